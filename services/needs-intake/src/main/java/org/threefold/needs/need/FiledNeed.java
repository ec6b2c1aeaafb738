package org.threefold.needs.need;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.threefold.events.NeedCategory;

/**
 * What may be told of a need to whoever filed it: what anybody may know, and what it is about.
 *
 * @param by the name of the key it was filed with
 * @param category the one it was sorted into; until then, the one it was filed as
 * @param filedAt when it came in
 * @param live whether somebody still has to do something about it
 */
public record FiledNeed(
    Glance glance, String by, NeedCategory category, Instant filedAt, boolean live) {

  static Optional<FiledNeed> of(Recorded it) {
    Filed filed = it.kept().filed();
    if (filed == null) {
      return Optional.empty();
    }
    @Nullable NeedCategory sorted = it.category();
    return Optional.of(
        new FiledNeed(
            Glance.of(it),
            filed.by(),
            sorted == null ? filed.category() : sorted,
            filed.at(),
            it.status().isLive()));
  }
}
