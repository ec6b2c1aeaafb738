package org.threefold.access;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/** Leaves broker and store out of this module's tests: the edge needs neither. */
final class EdgeOnly implements AutoConfigurationImportFilter {

  @Override
  public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
    boolean[] matches = new boolean[candidates.length];
    for (int i = 0; i < matches.length; i++) {
      String candidate = candidates[i];
      matches[i] =
          candidate == null
              || Stream.of(
                      "org.springframework.cloud.",
                      "org.threefold.messaging.",
                      ".kafka.",
                      ".mongodb.",
                      ".integration.",
                      "resilience4j")
                  .noneMatch(candidate::contains);
    }
    return matches;
  }
}
