package org.threefold.events;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads an event that is one JSON document: attributes beside data (CloudEvents, JSON format). */
final class StructuredEvent {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private StructuredEvent() {}

  static ForeignEvent read(byte @Nullable [] document) {
    JsonNode whole = parse(document);
    return ForeignEvent.of(
        name -> text(whole, name), text(whole, "datacontenttype"), _ -> null, data(whole));
  }

  private static JsonNode parse(byte @Nullable [] document) {
    if (document == null) {
      throw new NotAFact("There is no event");
    }
    try {
      JsonNode whole = JSON.readTree(document);
      if (!whole.isObject()) {
        throw new NotAFact("The event is no JSON object");
      }
      return whole;
    } catch (JacksonException unfit) {
      // Not as a cause: its message quotes the document.
      throw new NotAFact("The event does not fit: " + Misfit.describe(unfit));
    }
  }

  private static @Nullable String text(JsonNode whole, String attribute) {
    JsonNode value = whole.path(attribute);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw new NotAFact("The attribute " + attribute + " is no text");
    }
    return value.asString();
  }

  private static byte @Nullable [] data(JsonNode whole) {
    String encoded = text(whole, "data_base64");
    if (encoded == null) {
      return whole.has("data") ? JSON.writeValueAsBytes(whole.path("data")) : null;
    }
    if (whole.has("data")) {
      throw new NotAFact("The event has its data twice");
    }
    try {
      return Base64.getDecoder().decode(encoded);
    } catch (IllegalArgumentException malformed) {
      throw new NotAFact("The data is not in base64");
    }
  }
}
