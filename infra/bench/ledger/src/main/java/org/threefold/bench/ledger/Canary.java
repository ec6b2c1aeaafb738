package org.threefold.bench.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The same small work again and again, a while of calculating and 200 times 4 KiB forced to the
 * disk: if it takes longer than usual, so does everything else on this machine just now.
 */
final class Canary {

  private static final int STEPS = 200_000_000;
  private static final int FSYNCS = 200;
  private static final int LESSONS = 3;
  private static final int PAGE_BYTES = 4096;

  private final Path file;
  private final List<Double> sung = new ArrayList<>();
  private long last = 1;

  Canary(Path file) {
    this.file = file;
  }

  /** Works a few times that do not count, until the compiler has done with it. */
  void learn() throws IOException {
    for (int i = 0; i < LESSONS; i++) {
      work();
    }
  }

  /** Works, and answers how many seconds it took. */
  double sing() throws IOException {
    double seconds = work();
    sung.add(seconds);
    return seconds;
  }

  private double work() throws IOException {
    long began = System.nanoTime();
    long value = last;
    for (int i = 0; i < STEPS; i++) {
      value = value * 6364136223846793005L + 1442695040888963407L;
    }
    last = value; // Kept, or the compiler would see that nobody needs it.
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int i = 0; i < FSYNCS; i++) {
        channel.write(ByteBuffer.allocate(PAGE_BYTES).putLong(0, value), 0);
        channel.force(true);
      }
    }
    return (System.nanoTime() - began) / 1e9;
  }

  /** By how many percent this is off the median of the run so far. */
  double percentOff(double seconds) {
    double usual = median();
    return Math.abs(seconds - usual) * 100 / usual;
  }

  double median() {
    return Ratio.middleOf(sung.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
