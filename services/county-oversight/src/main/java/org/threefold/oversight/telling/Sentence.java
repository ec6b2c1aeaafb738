package org.threefold.oversight.telling;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Attributes;
import org.threefold.events.Event;
import org.threefold.events.EventTypes;

/**
 * A fact in words, in no language yet: the page has a sentence for each key.
 *
 * @param key the wire name without prefix and version, and a variant where one fact says two things
 * @param with what the sentence names: ids, codes of lists, counts, and amounts whose name ends in
 *     {@code Fen}
 * @param amountFen the money the fact is about, if it is about one amount
 */
public record Sentence(String key, Map<String, String> with, @Nullable Long amountFen) {

  /** The type as readers know it: {@code need.collected.v1}. */
  public static String shortType(Class<? extends Event> type) {
    return EventTypes.typeOf(type).substring(Attributes.TYPE_PREFIX.length());
  }

  /** The words of any event. */
  public static Sentence of(Event event) {
    return Sentences.of(event);
  }

  /** The sentence of an event with pairs of names and values; a null value is left out. */
  static Sentence say(Event event, @Nullable Object... pairs) {
    String type = shortType(event.getClass());
    Map<String, String> with = new LinkedHashMap<>();
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      if (pairs[i + 1] != null) {
        with.put(String.valueOf(pairs[i]), String.valueOf(pairs[i + 1]));
      }
    }
    return new Sentence(type.substring(0, type.lastIndexOf(".v")), with, null);
  }

  Sentence amount(long fen) {
    return new Sentence(key, with, fen);
  }

  Sentence variant(boolean so, String suffix) {
    return so ? new Sentence(key + "." + suffix, with, amountFen) : this;
  }
}
