package org.threefold.funds.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Attributes;
import org.threefold.messaging.Outlet.Outgoing;

/**
 * Seals entries: SHA-256 over the previous hash and the canonical form of the entry.
 *
 * <p>The form: numbers are 8 bytes, big-endian; a text is its length in bytes (4 bytes, big-endian;
 * -1 if there is none) and its UTF-8; a list is its length (4 bytes) and its items. In this order:
 * previous hash, seq, time in ms since 1970, and the list of decisions; of each cause, time, actor,
 * key, hash of the body, trace, heard stream, heard version, reference, changes (kind, data),
 * postings (from, to, fen), facts (stream, version, type, flow, division, data).
 */
final class Chain {

  /** What the first entry is chained to. */
  static final String GENESIS =
      HexFormat.of()
          .formatHex(sha256().digest("threefold fund journal 1".getBytes(StandardCharsets.UTF_8)));

  private Chain() {}

  static Entry seal(long seq, Instant at, List<Decided> decisions, String prevHash) {
    return new Entry(seq, at, decisions, prevHash, hash(seq, at, decisions, prevHash));
  }

  /** Whether the hash of the entry is the hash of its content. */
  static boolean isWhole(Entry entry) {
    return entry.hash().equals(hash(entry.seq(), entry.at(), entry.decisions(), entry.prevHash()));
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  private static String hash(long seq, Instant at, List<Decided> decisions, String prevHash) {
    var bytes = new ByteArrayOutputStream(4096);
    try (var out = new DataOutputStream(bytes)) {
      text(out, prevHash);
      out.writeLong(seq);
      out.writeLong(at.toEpochMilli());
      out.writeInt(decisions.size());
      for (Decided decided : decisions) {
        write(out, decided);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return sha256(bytes.toByteArray());
  }

  private static void write(DataOutputStream out, Decided decided) throws IOException {
    text(out, decided.cause());
    out.writeLong(decided.at().toEpochMilli());
    text(out, decided.actor());
    text(out, decided.key());
    text(out, decided.bodyHash());
    text(out, decided.traceparent());
    text(out, decided.heard());
    out.writeLong(decided.heardVersion());
    text(out, decided.ref());
    out.writeInt(decided.changes().size());
    for (Noted change : decided.changes()) {
      text(out, change.kind());
      bytes(out, change.data());
    }
    out.writeInt(decided.postings().size());
    for (Posting posting : decided.postings()) {
      text(out, posting.from());
      text(out, posting.to());
      out.writeLong(posting.amount().fen());
    }
    out.writeInt(decided.facts().size());
    for (Outgoing fact : decided.facts()) {
      Attributes attributes = fact.attributes();
      text(out, attributes.stream().toString());
      out.writeLong(attributes.version());
      text(out, attributes.type());
      text(out, attributes.flow());
      text(out, attributes.division() == null ? null : attributes.division().value());
      bytes(out, fact.data());
    }
  }

  private static void text(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
    } else {
      bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
