package org.threefold.needs.open311;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Reads XML with the platform's own parser. */
final class Xml {

  private Xml() {}

  static Document read(byte[] xml) {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml));
    } catch (SAXException malformed) {
      throw new AssertionError("Not well-formed", malformed);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The text at this path; empty if there is none. */
  static String text(Document in, String path) {
    try {
      return XPathFactory.newDefaultInstance().newXPath().evaluate(path, in);
    } catch (XPathExpressionException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  /** How many there are at this path. */
  static int count(Document in, String path) {
    return Integer.parseInt(text(in, "count(" + path + ")"));
  }
}
