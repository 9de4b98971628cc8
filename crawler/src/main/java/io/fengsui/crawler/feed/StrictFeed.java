package io.fengsui.crawler.feed;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Reader;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a well-formed feed, streamed. The text never has a document type; see {@link Prolog}. */
final class StrictFeed {
  private static final XMLInputFactory FACTORY = factory();

  private StrictFeed() {}

  private static XMLInputFactory factory() {
    var factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // A fault shows where it is met, not when a text is asked for.
    factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, 16 << 20);
    return factory;
  }

  /**
   * Reads to the end.
   *
   * @return whether each entity and each prefix is declared
   * @throws XMLStreamException where it is not well formed
   */
  static <X extends Exception> boolean read(Reader text, Map<String, String> entities, FeedTree<X> tree)
      throws XMLStreamException, NotAFeed, X {
    XMLStreamReader reader = FACTORY.createXMLStreamReader(text);
    boolean declared = true;
    while (reader.hasNext())
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> tree.open(reader.getLocalName(), attributes(reader));
        case XMLStreamConstants.END_ELEMENT -> tree.close();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          tree.text(reader.getText());
        case XMLStreamConstants.ENTITY_REFERENCE -> {
          declared &= entities.containsKey(reader.getLocalName());
          String value = Entities.reference(reader.getLocalName(), entities);
          tree.text(value == null ? "&" + reader.getLocalName() + ";" : value);
        }
        default -> {
        }
      }
    return declared && !tree.sawUndeclared();
  }

  private static String @Nullable [] attributes(XMLStreamReader reader) {
    int count = reader.getAttributeCount();
    if (count == 0)
      return null;
    String[] attributes = new String[2 * count];
    for (int i = 0; i < count; i++) {
      attributes[2 * i] = reader.getAttributeLocalName(i);
      attributes[2 * i + 1] = reader.getAttributeValue(i);
    }
    return attributes;
  }

  /** Where a fault is, in words. */
  static String where(XMLStreamException fault) {
    var at = fault.getLocation();
    String message = String.valueOf(fault.getMessage()).replaceAll("(?s)\\s+at \\[row.*", "").strip();
    return at == null ? message : message + " (line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ")";
  }

}
