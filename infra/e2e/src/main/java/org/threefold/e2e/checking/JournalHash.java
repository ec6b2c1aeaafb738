package org.threefold.e2e.checking;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The hash of an entry of the journal, made from its document alone, by the canonical form that the
 * ledger documents at its {@code Chain}.
 */
public final class JournalHash {

  /** What the first entry is chained to. */
  public static final String GENESIS =
      Spoken.sha256("threefold fund journal 1".getBytes(StandardCharsets.UTF_8));

  private JournalHash() {}

  /** The hash that the entry must carry. */
  public static String of(Document entry) {
    var bytes = new ByteArrayOutputStream(4096);
    try (var out = new DataOutputStream(bytes)) {
      text(out, entry.getString("prevHash"));
      out.writeLong(entry.getLong("_id"));
      out.writeLong(entry.getDate("at").toInstant().toEpochMilli());
      List<Document> decisions = entry.getList("decisions", Document.class);
      out.writeInt(decisions.size());
      for (Document decision : decisions) {
        write(out, decision);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Spoken.sha256(bytes.toByteArray());
  }

  private static void write(DataOutputStream out, Document decision) throws IOException {
    text(out, decision.getString("cause"));
    out.writeLong(decision.getDate("at").toInstant().toEpochMilli());
    for (String name : List.of("actor", "key", "bodyHash", "trace", "heard")) {
      text(out, decision.getString(name));
    }
    out.writeLong(decision.get("heardVersion", 0L));
    text(out, decision.getString("ref"));
    List<Document> changes = decision.getList("changes", Document.class);
    out.writeInt(changes.size());
    for (Document change : changes) {
      text(out, change.getString("kind"));
      bytes(out, change.get("data", Binary.class).getData());
    }
    List<Document> postings = decision.getList("postings", Document.class);
    out.writeInt(postings.size());
    for (Document posting : postings) {
      text(out, posting.getString("from"));
      text(out, posting.getString("to"));
      out.writeLong(posting.getLong("fen"));
    }
    List<Document> facts = decision.getList("facts", Document.class);
    out.writeInt(facts.size());
    for (Document fact : facts) {
      String stream = fact.getString("stream");
      text(out, stream);
      out.writeLong(fact.getLong("v"));
      text(out, fact.getString("type"));
      text(out, fact.get("flow", stream.substring(stream.indexOf('/') + 1)));
      text(out, fact.getString("division"));
      bytes(out, fact.get("data", Binary.class).getData());
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
