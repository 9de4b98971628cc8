package io.fengsui.crawler.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.source.ReadPlan;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;

/** Delimited text (RFC 4180 and its relatives), streamed. */
final class CsvReader implements ItemReader {
  /** What stands for "no quotes": a character that {@link CsvCharacters} lets through from no file. */
  private static final char NO_QUOTE = '\0';
  private final ReadPlan.Csv plan;
  private final List<List<String>> needed;

  /** @param needed of each list, one column at least must be there */
  CsvReader(ReadPlan.Csv plan, List<List<String>> needed) {
    this.plan = plan;
    this.needed = needed;
  }

  @Override
  public Outline read(ResponseText text, ItemSink sink) throws IOException, Unreadable {
    try (Reader reader = text.open(); var characters = new CsvCharacters(reader)) {
      return rows(characters, builder().ofCsvRecord(characters).iterator(), sink);
    } catch (CsvParseException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new Unreadable(Cause.MALFORMED, String.valueOf(cause.getMessage()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void whole(ResponseText text, ItemSink sink) throws IOException, Unreadable {
    read(text, sink);
  }

  private de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder builder() {
    return de.siegmar.fastcsv.reader.CsvReader.builder().fieldSeparator(plan.delimiter())
        .quoteCharacter(plan.quote() == null ? NO_QUOTE : plan.quote()).skipEmptyLines(true).allowMissingFields(true)
        .allowExtraFields(true).allowExtraCharsAfterClosingQuote(true)
        .maxBufferSize(Limits.TOKEN);
  }

  private Outline rows(CsvCharacters characters, Iterator<CsvRecord> rows, ItemSink sink) throws Unreadable {
    boolean given = !plan.header().isEmpty();
    CsvHeader header = new CsvHeader(given || !rows.hasNext() ? plan.header() : rows.next().getFields());
    String missing = header.missing(needed);
    while (missing == null && rows.hasNext()) {
      CsvRecord row = rows.next();
      // The last row ends where the bytes end: with too few columns and no line break it was cut off.
      if (row.getFieldCount() < header.size() && !rows.hasNext() && !characters.endedWithLine())
        throw new Unreadable(Cause.MALFORMED, "cut off: the last row (line " + row.getStartingLineNumber() + ") has "
            + row.getFieldCount() + " of " + header.size() + " columns");
      sink.accept(new CsvItem(row, header));
    }
    return new Outline(new NoItem(), missing);
  }
}
