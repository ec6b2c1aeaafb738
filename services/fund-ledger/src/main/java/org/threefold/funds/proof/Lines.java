package org.threefold.funds.proof;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.threefold.funds.journal.EntryText;

/** The lines of an export, byte for byte; each ends with one line feed and nothing else. */
final class Lines implements AutoCloseable {

  private final InputStream in;
  private long number;

  Lines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /**
   * The next line without its end, or null after the last.
   *
   * @throws Torn if the last line has no end, or a line is longer than any entry
   */
  byte @Nullable [] next() throws IOException {
    var line = new ByteArrayOutputStream(1024);
    number++;
    int next;
    while ((next = in.read()) != '\n') {
      if (next < 0) {
        if (line.size() == 0) {
          return null;
        }
        throw new Torn("it breaks off in the middle");
      }
      if (line.size() == EntryText.MOST_BYTES) {
        throw new Torn("it is longer than any entry");
      }
      line.write(next);
    }
    return line.toByteArray();
  }

  /** The number of the line that was read last, from 1. */
  long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** A line that cannot be one of an export. */
  static final class Torn extends IOException {

    private static final long serialVersionUID = 1L;

    Torn(String message) {
      super(message);
    }
  }
}
