package io.fengsui.crawler.read;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.path.XmlElement;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The elements of an XML document as they open and close. Document types are refused, so no entity is ever expanded. */
final class XmlStream {
  private static final XMLInputFactory FACTORY = factory();

  private XmlStream() {}

  /** Told of every element. */
  interface Listener {
    /** An element opens; {@code names} are the local names of all open elements, this one last. */
    void open(XmlElement element, @Nullable XmlElement parent, List<String> names) throws Unreadable;

    /** The element that was opened last and is not closed yet is complete. */
    void close(XmlElement element, int depth) throws Unreadable;
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    // With coalescing the JDK's reader fails at an undeclared entity instead of naming it.
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /** Reads to the end. */
  static void read(Reader text, Listener listener) throws Unreadable {
    try {
      XMLStreamReader reader;
      synchronized (FACTORY) {
        reader = FACTORY.createXMLStreamReader(new XmlCharacters(text));
      }
      new Loop(reader, listener).read();
    } catch (XMLStreamException e) {
      throw new Unreadable(cause(e), where(e));
    }
  }

  /** The JDK has limits of its own (module java.xml, "JAXP processing limits"). */
  private static Cause cause(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("maxElementDepth"))
      return Cause.TOO_DEEP;
    return message.contains("that exceeds the limit") ? Cause.TOO_LARGE : Cause.MALFORMED;
  }

  private static String where(XMLStreamException e) {
    Location at = e.getLocation();
    String message = String.valueOf(e.getMessage()).replaceAll("(?s)ParseError at .*?Message:\\s*", "")
        .strip();
    return at == null ? message : message + " (line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ")";
  }

  private static final class Loop {
    private final XMLStreamReader reader;
    private final Listener listener;
    private final List<XmlElement> open = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    Loop(XMLStreamReader reader, Listener listener) {
      this.reader = reader;
      this.listener = listener;
    }

    void read() throws XMLStreamException, Unreadable {
      while (reader.hasNext())
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> open();
          case XMLStreamConstants.END_ELEMENT -> close();
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text(reader.getText());
          case XMLStreamConstants.ENTITY_REFERENCE -> text(entity(reader.getLocalName()));
          case XMLStreamConstants.DTD -> throw new Unreadable(Cause.MALFORMED,
              "the document has a document type (DTD), which is refused");
          default -> {
          }
        }
    }

    private void open() throws Unreadable {
      if (open.size() >= Limits.DEPTH)
        throw new Unreadable(Cause.TOO_DEEP, "elements are nested deeper than " + Limits.DEPTH + " (line "
            + reader.getLocation().getLineNumber() + ")");
      // Without namespaces the reader's local names have their prefixes.
      var element = new XmlElement(reader.getLocalName());
      for (int i = 0; i < reader.getAttributeCount(); i++)
        element.attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
      XmlElement parent = open.isEmpty() ? null : open.getLast();
      open.add(element);
      names.add(element.local());
      listener.open(element, parent, names);
    }

    private void close() throws Unreadable {
      names.removeLast();
      listener.close(open.removeLast(), open.size() + 1);
    }

    /** A text may come in several pieces; between elements white space is worth one space. */
    private void text(String text) {
      if (open.isEmpty())
        return;
      var content = open.getLast().content();
      boolean between = content.isEmpty() || content.getLast() instanceof XmlElement;
      open.getLast().add(between && text.isBlank() ? " " : text);
    }

    /** HTML's names are used without a declaration, above all in feeds. */
    private static String entity(String name) throws Unreadable {
      String text = Parser.unescapeEntities("&" + name + ";", true);
      if (text.startsWith("&") && text.length() > 1)
        throw new Unreadable(Cause.MALFORMED, "the entity &" + name + "; is not declared");
      return text;
    }
  }
}
