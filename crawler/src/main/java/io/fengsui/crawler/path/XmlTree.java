package io.fengsui.crawler.path;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A record's element and, made when first needed, its DOM for the XPath engine. For one thread. */
public final class XmlTree {
  private static final String ORIGIN = "element";
  private static final DOMImplementation DOM = implementation();
  private final XmlElement root;
  private @Nullable Element dom;

  /** @param root the record's element */
  public XmlTree(XmlElement root) {
    this.root = root;
  }

  /** The record's element. */
  public XmlElement root() {
    return root;
  }

  /** How many elements it has. */
  long size() {
    return size(root);
  }

  private static long size(XmlElement element) {
    long size = 1;
    for (Object child : element.content())
      if (child instanceof XmlElement inner)
        size += size(inner);
    return size;
  }

  Element dom() {
    if (dom == null)
      dom = build(root);
    return dom;
  }

  /** The element that a DOM node was made from, null for attributes and texts. */
  static @Nullable XmlElement origin(Node node) {
    return (XmlElement) node.getUserData(ORIGIN);
  }

  private static Element build(XmlElement root) {
    Document document = DOM.createDocument(null, null, null);
    Element element = copy(document, root);
    document.appendChild(element);
    return element;
  }

  private static DOMImplementation implementation() {
    try {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().getDOMImplementation();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK has no XML parser", e);
    }
  }

  private static Element copy(Document document, XmlElement from) {
    Element element = document.createElementNS(null, from.local());
    element.setUserData(ORIGIN, from, null);
    from.attributes().forEach((name, value) -> element.setAttributeNS(null, name, value));
    for (Object child : from.content())
      element.appendChild(child instanceof XmlElement inner
          ? copy(document, inner)
          : document.createTextNode(child.toString()));
    return element;
  }
}
