package org.threefold.needs.vault;

import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys that wrap the residents' keys, and the one that makes fingerprints.
 *
 * @param current the id of the key that wraps new ones
 * @param wrapping all that can still unwrap, by id
 * @param index makes fingerprints, and wraps nothing
 */
record MasterKeys(String current, Map<String, byte[]> wrapping, byte[] index) {

  private static final String WRAPPING = "key.";
  private static final int BYTES = 32;

  MasterKeys {
    wrapping = Map.copyOf(wrapping);
    if (!wrapping.containsKey(current)) {
      throw new IllegalArgumentException("current names no key of the file: " + current);
    }
  }

  /**
   * The keys as they stand in the file.
   *
   * @throws IllegalArgumentException if one is missing or no 32 bytes in Base64; names the entry,
   *     never its value
   */
  static MasterKeys of(Properties file) {
    Map<String, byte[]> wrapping = new TreeMap<>();
    for (String name : file.stringPropertyNames()) {
      if (name.startsWith(WRAPPING)) {
        wrapping.put(name.substring(WRAPPING.length()), bytes(file, name));
      }
    }
    String current = Objects.requireNonNullElse(file.getProperty("current"), "");
    return new MasterKeys(current, wrapping, bytes(file, "index"));
  }

  private static byte[] bytes(Properties file, String name) {
    try {
      byte[] bytes =
          Base64.getDecoder()
              .decode(Objects.requireNonNullElse(file.getProperty(name), "").strip());
      if (bytes.length == BYTES) {
        return bytes;
      }
    } catch (IllegalArgumentException _) {
      // Whatever it is, it is not repeated.
    }
    throw new IllegalArgumentException(name + " is not " + BYTES + " bytes in Base64");
  }

  /** The key of this id, or null if it is gone. */
  byte @Nullable [] wrapping(String id) {
    return wrapping.get(id);
  }

  @Override
  public String toString() {
    return "***";
  }
}
