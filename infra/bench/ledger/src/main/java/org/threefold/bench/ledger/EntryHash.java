package org.threefold.bench.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The chain of hashes of a journal, written again from its description (EXPORT.md of the fund
 * ledger), so that it is not checked by the code that made it.
 */
final class EntryHash {

  private final MessageDigest sha256;
  private String last;

  EntryHash() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
    last = hex("threefold fund journal 1".getBytes(StandardCharsets.UTF_8));
  }

  /** Whether the entry, as a document of the store, is whole and the next of the chain. */
  boolean follows(Document entry) {
    boolean follows =
        last.equals(entry.getString("prevHash"))
            && hex(canonical(entry)).equals(entry.getString("hash"));
    last = entry.getString("hash");
    return follows;
  }

  private String hex(byte[] bytes) {
    return HexFormat.of().formatHex(sha256.digest(bytes));
  }

  private static byte[] canonical(Document entry) {
    var bytes = new ByteArrayOutputStream(1 << 16);
    try (var out = new DataOutputStream(bytes)) {
      text(out, entry.getString("prevHash"));
      out.writeLong(entry.getLong("_id"));
      out.writeLong(entry.getDate("at").toInstant().toEpochMilli());
      List<Document> decisions = entry.getList("decisions", Document.class);
      out.writeInt(decisions.size());
      for (Document decided : decisions) {
        decision(out, decided);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void decision(DataOutputStream out, Document it) throws IOException {
    text(out, it.getString("cause"));
    out.writeLong(it.getDate("at").toInstant().toEpochMilli());
    for (String name : List.of("actor", "key", "bodyHash", "trace", "heard")) {
      text(out, it.getString(name));
    }
    out.writeLong(it.get("heardVersion", 0L));
    text(out, it.getString("ref"));
    List<Document> changes = it.getList("changes", Document.class);
    out.writeInt(changes.size());
    for (Document change : changes) {
      text(out, change.getString("kind"));
      bytes(out, change.get("data", Binary.class).getData());
    }
    List<Document> postings = it.getList("postings", Document.class);
    out.writeInt(postings.size());
    for (Document posting : postings) {
      text(out, posting.getString("from"));
      text(out, posting.getString("to"));
      out.writeLong(posting.getLong("fen"));
    }
    List<Document> facts = it.getList("facts", Document.class);
    out.writeInt(facts.size());
    for (Document fact : facts) {
      fact(out, fact);
    }
  }

  private static void fact(DataOutputStream out, Document it) throws IOException {
    String stream = it.getString("stream");
    text(out, stream);
    out.writeLong(it.getLong("v"));
    text(out, it.getString("type"));
    text(out, it.get("flow", stream.substring(stream.indexOf('/') + 1)));
    text(out, it.getString("division"));
    bytes(out, it.get("data", Binary.class).getData());
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
