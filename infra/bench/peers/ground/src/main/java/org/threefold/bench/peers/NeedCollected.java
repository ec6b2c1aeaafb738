package org.threefold.bench.peers;

import java.nio.charset.StandardCharsets;
import org.threefold.bench.protocol.Run;

/** The fact that all of them say; as JSON it has the bytes of {@link Run#data}. */
public record NeedCollected(String need, String unit, String channel, String words) {

  private static final String WORDS = "\"words\":\"";

  /** The fact of this aggregate, about so many bytes long. */
  public static NeedCollected of(String id, int bytes) {
    String data = new String(Run.data(id, bytes), StandardCharsets.UTF_8);
    String words = data.substring(data.indexOf(WORDS) + WORDS.length(), data.length() - 2);
    return new NeedCollected(id, "RM-511523100001", "WALK_IN", words);
  }
}
