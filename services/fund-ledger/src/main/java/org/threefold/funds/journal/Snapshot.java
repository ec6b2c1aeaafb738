package org.threefold.funds.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * All memory after an entry, so that a start need not begin with the first.
 *
 * @param seq the last entry in it
 * @param hash the hash of that entry, by which a snapshot of another journal is known
 * @param journal what the journal itself remembers, as JSON
 * @param book the book as it saved itself
 */
record Snapshot(long seq, String hash, byte[] journal, byte[] book) {

  byte[] zipped() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeLong(seq);
      out.writeUTF(hash);
      out.writeInt(journal.length);
      out.write(journal);
      out.writeInt(book.length);
      out.write(book);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static Snapshot unzipped(byte[] zipped) {
    try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(zipped)))) {
      long seq = in.readLong();
      String hash = in.readUTF();
      byte[] journal = in.readNBytes(in.readInt());
      return new Snapshot(seq, hash, journal, in.readNBytes(in.readInt()));
    } catch (IOException torn) {
      throw new UncheckedIOException(torn);
    }
  }

  /** The same for the same memory, whatever way led to it. */
  String fingerprint() {
    return Chain.sha256(journal) + Chain.sha256(book);
  }
}
