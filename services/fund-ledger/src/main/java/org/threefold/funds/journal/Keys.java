package org.threefold.funds.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threefold.messaging.KeyReused;

/** The last request keys, each with what came of it; bounded in number and in age. */
final class Keys {

  /** So many are remembered at most… */
  static final int MOST = 100_000;

  /** …and none longer than this, which is longer than any client repeats a request. */
  static final Duration LONGEST = Duration.ofDays(7);

  record Used(String key, String bodyHash, Instant at, String ref) {}

  private final Map<String, Used> used = new LinkedHashMap<>();

  static Keys of(List<Used> oldestFirst) {
    Keys keys = new Keys();
    oldestFirst.forEach(one -> keys.used.put(one.key(), one));
    return keys;
  }

  /**
   * What came of the request, if it was made before.
   *
   * @throws KeyReused if something else was asked with the key
   */
  Optional<String> find(String key, String bodyHash) {
    Used before = used.get(key);
    if (before == null) {
      return Optional.empty();
    }
    if (!before.bodyHash().equals(bodyHash)) {
      throw new KeyReused("The key was used for another request");
    }
    return Optional.of(before.ref());
  }

  void add(Used one) {
    used.put(one.key(), one);
    Instant tooOld = one.at().minus(LONGEST);
    Iterator<Used> oldestFirst = used.values().iterator();
    while (oldestFirst.hasNext()) {
      Used oldest = oldestFirst.next();
      if (used.size() <= MOST && !oldest.at().isBefore(tooOld)) {
        break;
      }
      oldestFirst.remove();
    }
  }

  List<Used> all() {
    return List.copyOf(used.values());
  }
}
