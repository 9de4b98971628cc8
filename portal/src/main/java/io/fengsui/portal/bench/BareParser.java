package io.fengsui.portal.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import io.fengsui.crawler.source.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.Jsoup;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonFactory;

/** The floor of reading: the same bytes through nothing but the parser of their format, everything thrown away. */
final class BareParser {
  private static final JsonFactory JSON = new JsonFactory();
  private static final XMLInputFactory XML = xml();

  private BareParser() {}

  /** Parses to the end, or to the first fault: recordings have those too. */
  static void parse(Format format, InputStream bytes) throws IOException {
    try (bytes; Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
      switch (format) {
        case JSON -> json(text);
        case XML, FEED -> xml(text);
        case CSV -> CsvReader.builder().ofCsvRecord(text).forEach(row -> row.getField(0));
        case HTML -> Jsoup.parse(bytes, null, "");
      }
    } catch (XMLStreamException | RuntimeException fault) {
      // A recording that is not well formed stops both parsers at the same place.
    }
  }

  private static void json(Reader text) {
    try (JsonParser parser = JSON.createParser(text)) {
      while (parser.nextToken() != null)
        if (parser.currentToken().isScalarValue())
          parser.getString();
    }
  }

  private static void xml(Reader text) throws XMLStreamException {
    XMLStreamReader parser = XML.createXMLStreamReader(text);
    while (parser.hasNext())
      if (parser.next() == XMLStreamReader.CHARACTERS)
        parser.getText();
  }

  private static XMLInputFactory xml() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
