package org.threefold.teststand;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON with the very digits of the wire: 87.50 is not 87.5. */
final class Json {

  private static final JsonMapper EXACT =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Json() {}

  /** What the text says; a missing node for an empty one. */
  static JsonNode read(String text) {
    return EXACT.readTree(text);
  }

  static JsonNode read(byte[] text) {
    return EXACT.readTree(text);
  }
}
