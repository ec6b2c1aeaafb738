package org.threefold.needs.look;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain of all looks.
 *
 * @param seq 1 for the first, without a hole
 * @param previous the hash of the link before it
 * @param hash SHA-256 over everything else here
 */
record Look(long seq, Looking looking, String previous, String hash) {

  /** What the first link names as the one before it. */
  static final String BEGINNING = "0".repeat(64);

  /** The link that follows the last one; the first, if there is none. */
  static Look after(@Nullable Look last, Looking looking) {
    Looking kept = toMillis(looking);
    long seq = last == null ? 1 : last.seq + 1;
    String previous = last == null ? BEGINNING : last.hash;
    return new Look(seq, kept, previous, hash(seq, kept, previous));
  }

  /** Whether this is what was written, and follows that link. */
  boolean follows(@Nullable Look last) {
    return seq == (last == null ? 1 : last.seq + 1)
        && previous.equals(last == null ? BEGINNING : last.hash)
        && hash.equals(hash(seq, looking, previous));
  }

  /** The store keeps no more of a time. */
  private static Looking toMillis(Looking it) {
    return new Looking(
        it.at().truncatedTo(ChronoUnit.MILLIS),
        it.who(),
        it.actor(),
        it.request(),
        it.act(),
        it.resident(),
        it.why(),
        it.note());
  }

  private static String hash(long seq, Looking it, String previous) {
    String text =
        Stream.of(
                Long.toString(seq),
                it.at().toString(),
                it.who(),
                it.actor(),
                it.request(),
                it.act().name(),
                orEmpty(it.resident()),
                orEmpty(it.why()),
                orEmpty(it.note()),
                previous)
            .map(part -> part.length() + ":" + part) // So that no two looks read the same.
            .collect(Collectors.joining("\n"));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
