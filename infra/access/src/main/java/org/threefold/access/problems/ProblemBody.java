package org.threefold.access.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A problem as it is sent (RFC 9457).
 *
 * @param type the URN of the code
 * @param code the stable code
 * @param instance the path that was asked
 * @param trace the W3C trace id, if the caller gave one
 */
record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable String instance,
    List<Said> errors,
    @Nullable String trace) {

  static final String MEDIA_TYPE = "application/problem+json";

  /** Its own mapper: a problem must be sayable when nothing else works. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              it -> it.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  /** One flaw as it is sent; an empty pointer, which means the whole body, is sent too. */
  record Said(
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String pointer,
      @Nullable String parameter,
      String detail) {}

  static ProblemBody of(
      Problem problem,
      int status,
      Sentences sentences,
      Locale locale,
      @Nullable String instance,
      @Nullable String trace) {
    return new ProblemBody(
        "urn:threefold:problem:" + problem.code(),
        sentences.title(status, locale),
        status,
        sentences.say(problem.code(), problem.arguments(), locale),
        problem.code(),
        instance,
        problem.flaws().stream()
            .map(it ->
                new Said(
                    it.pointer(),
                    it.parameter(),
                    sentences.say(it.sentence(), it.arguments(), locale)))
            .toList(),
        trace);
  }

  byte[] json() {
    return JSON.writeValueAsBytes(this);
  }
}
