package io.fengsui.crawler.read;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;

/** A row. */
record CsvItem(CsvRecord row, CsvHeader header) implements Item {
  @Override
  public List<String> texts(String path) {
    int place = header.place(path);
    return place < 0 || place >= row.getFieldCount() ? List.of() : List.of(row.getField(place));
  }

  @Override
  public List<Item> each(String path) {
    return List.of();
  }

  @Override
  public String excerpt() {
    return String.join(" | ", row.getFields());
  }
}
