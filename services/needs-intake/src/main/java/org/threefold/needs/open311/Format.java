package org.threefold.needs.open311;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.threefold.needs.open311.Part.Fields;
import org.threefold.needs.open311.Part.Items;
import org.threefold.needs.open311.Part.Leaf;
import tools.jackson.databind.json.JsonMapper;

/** How an answer is written, as the end of the path asks for it. */
enum Format {
  JSON("application/json;charset=utf-8") {
    @Override
    byte[] write(String root, Part part) {
      return MAPPER.writeValueAsBytes(plain(part));
    }
  },
  XML("text/xml;charset=utf-8") {
    @Override
    byte[] write(String root, Part part) {
      var bytes = new ByteArrayOutputStream();
      try {
        XMLStreamWriter out =
            XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
        out.writeStartDocument("UTF-8", "1.0");
        element(root, part, out);
        out.writeEndDocument();
        out.close();
      } catch (XMLStreamException impossible) {
        throw new IllegalStateException("Bytes in memory take everything", impossible);
      }
      return bytes.toByteArray();
    }
  };

  private static final JsonMapper MAPPER = new JsonMapper();

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  /** What the path ends with; XML if with neither, for GeoReport knows that everywhere. */
  static Format of(String path) {
    return path.endsWith(".json") ? JSON : XML;
  }

  String mediaType() {
    return mediaType;
  }

  /**
   * The bytes, in UTF-8.
   *
   * @param root the name of the whole, which JSON does without
   */
  abstract byte[] write(String root, Part part);

  private static Object plain(Part part) {
    return switch (part) {
      case Leaf it -> it.value();
      case Items it -> it.parts().stream().map(Format::plain).toList();
      case Fields it -> {
        Map<String, Object> plain = new LinkedHashMap<>();
        it.parts().forEach((name, value) -> plain.put(name, plain(value)));
        yield plain;
      }
    };
  }

  private static void element(String name, Part part, XMLStreamWriter out)
      throws XMLStreamException {
    out.writeStartElement(name);
    switch (part) {
      case Leaf it -> out.writeCharacters(allowed(it.value().toString()));
      case Items it -> each(it.each(), it.parts(), out);
      case Fields it -> {
        for (Map.Entry<String, Part> field : it.parts().entrySet()) {
          element(field.getKey(), field.getValue(), out);
        }
      }
    }
    out.writeEndElement();
  }

  private static void each(String name, List<Part> parts, XMLStreamWriter out)
      throws XMLStreamException {
    for (Part part : parts) {
      element(name, part, out);
    }
  }

  /** What XML 1.0 has no way to say, not even by number, is said as the sign for that. */
  private static String allowed(String text) {
    var allowed = new StringBuilder(text.length());
    text.codePoints().forEach(it -> allowed.appendCodePoint(isAllowed(it) ? it : 0xFFFD));
    return allowed.toString();
  }

  private static boolean isAllowed(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
