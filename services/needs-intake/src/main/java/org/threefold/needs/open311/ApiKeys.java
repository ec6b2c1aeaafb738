package org.threefold.needs.open311;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Channel;
import org.threefold.events.DivisionCode;

/**
 * The keys of this door, from a file in which none of them stands: {@code <SHA-256 of the key in
 * hexadecimal>=<name> <channel> <division>}, a line each. It is read at the start.
 */
final class ApiKeys {

  /** No county has more programs; a longer file is another one. */
  private static final int MOST = 200;

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
  private static final Set<Channel> CHANNELS = Set.of(Channel.PHONE, Channel.ONLINE);

  /** So much of a hash is enough to find its line. */
  private static final int SHOWN = 8;

  private record Entry(byte[] hash, ApiKey key) {}

  private final List<Entry> entries;

  private ApiKeys(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * The keys of this file; none without a file.
   *
   * @throws IllegalStateException if it is not there, or a line is not as it must be
   */
  static ApiKeys in(@Nullable Path file) {
    if (file == null) {
      return new ApiKeys(List.of());
    }
    if (!Files.exists(file)) {
      throw new IllegalStateException("needs.open311.keys names a file that is not there: " + file);
    }
    var lines = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      lines.load(in);
      return of(lines);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The keys in " + file + " cannot be read", unreadable);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalStateException("In " + file + ", " + wrong.getMessage(), wrong);
    }
  }

  static ApiKeys of(Properties lines) {
    if (lines.size() > MOST) {
      throw new IllegalArgumentException("there are more than " + MOST + " keys");
    }
    return new ApiKeys(
        lines.stringPropertyNames().stream()
            .sorted()
            .map(hash -> entry(hash, lines.getProperty(hash, "")))
            .toList());
  }

  private static Entry entry(String hash, String line) {
    String shown = hash.substring(0, Math.min(hash.length(), SHOWN));
    if (!HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException(shown + "… is no SHA-256 in hexadecimal");
    }
    List<String> words = List.of(line.strip().split(" +", -1));
    if (words.size() == 3 && NAME.matcher(words.getFirst()).matches()) {
      try {
        var channel = Channel.valueOf(words.get(1));
        if (CHANNELS.contains(channel)) {
          var key = new ApiKey(words.getFirst(), channel, new DivisionCode(words.getLast()));
          return new Entry(HexFormat.of().parseHex(hash), key);
        }
      } catch (IllegalArgumentException _) {
        // Neither channel nor division; said below.
      }
    }
    throw new IllegalArgumentException(
        shown + "… is not followed by a name, PHONE or ONLINE, and a division");
  }

  /** Whose key this is. All are looked at, so that the time it takes says nothing. */
  Optional<ApiKey> find(String given) {
    byte[] hash = hash(given);
    ApiKey found = null;
    for (Entry it : entries) {
      if (MessageDigest.isEqual(it.hash, hash)) {
        found = it.key;
      }
    }
    return Optional.ofNullable(found);
  }

  private static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
