package org.threefold.needs.need;

import java.time.Instant;
import org.threefold.events.NeedCategory;

/**
 * How a need came in, if a program filed it. What was asked for is a hint to whoever sorts the need
 * and no category yet, so it is kept here and never said.
 *
 * @param by the name of the key it was filed with
 * @param category what it was filed as
 * @param at when
 */
public record Filed(String by, NeedCategory category, Instant at) {

  static final String BY = "state.kept.filed.by";
  static final String CATEGORY = "state.kept.filed.category";
  static final String AT = "state.kept.filed.at";
}
