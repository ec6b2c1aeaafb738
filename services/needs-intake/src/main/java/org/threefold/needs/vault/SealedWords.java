package org.threefold.needs.vault;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Words as they are kept: sealed with somebody's key, and marked so. */
public final class SealedWords {

  /**
   * What sealed words begin with. No text that comes in may hold a control character, so nothing
   * else begins so.
   */
  private static final String MARK = "\u0001";

  private SealedWords() {}

  /** Whether these are sealed. */
  public static boolean are(String words) {
    return words.startsWith(MARK);
  }

  /** Seals words for this place, each once; without a key there are none. */
  public static UnaryOperator<String> with(@Nullable SubjectKey key, String place) {
    return words -> are(words) ? words : key == null ? "" : MARK + key.seal(place, words);
  }

  /** Sealed words as they were; empty if their key is gone. */
  public static String open(@Nullable SubjectKey key, String place, String words) {
    return key == null ? "" : key.open(place, words.substring(MARK.length()));
  }
}
