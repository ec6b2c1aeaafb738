package org.threefold.bench.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The same small work again and again: a while of calculating, and 200 times 4 KiB forced to the
 * disk. If it takes longer than usual, so does everything else on this machine just now, and what
 * was measured beside it does not count.
 */
public final class Canary {

  private static final int STEPS = 300_000_000;
  private static final int WRITES = 200;
  private static final int PAGE_BYTES = 4096;
  private static final int LESSONS = 3;

  /** Disks differ more than processors do, and no subject waits for one: so much is off. */
  private static final double SLOW_DISK = 2.0;

  private static final double ALL_OFF = 100;

  private final Path file;
  private final List<Song> sung = new ArrayList<>();
  private long last = 1;

  /**
   * One song, in seconds.
   *
   * @param arithmetic of the calculating
   * @param disk of the writing
   */
  public record Song(double arithmetic, double disk) {}

  /** A canary that writes into this file. */
  public Canary(Path file) {
    this.file = file;
  }

  /** Works a few times that do not count, until the compiler has done with it. */
  public void learn() {
    for (int i = 0; i < LESSONS; i++) {
      work();
    }
  }

  /** Works, and answers how long it took. */
  public Song sing() {
    Song song = work();
    sung.add(song);
    return song;
  }

  private Song work() {
    long began = System.nanoTime();
    long value = last;
    for (int i = 0; i < STEPS; i++) {
      value ^= value << 13;
      value ^= value >>> 7;
      value ^= value << 17;
    }
    last = value; // Kept, or the compiler would see that nobody needs it.
    long calculated = System.nanoTime();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int i = 0; i < WRITES; i++) {
        channel.write(ByteBuffer.allocate(PAGE_BYTES).putLong(0, value + i), 0);
        channel.force(true);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException("The canary cannot write " + file, unwritable);
    }
    return new Song((calculated - began) / 1e9, (System.nanoTime() - calculated) / 1e9);
  }

  /** By how many percent this is off the median of all songs so far. */
  public double percentOff(Song song) {
    Song usual = median();
    if (song.disk > SLOW_DISK * usual.disk) {
      return ALL_OFF;
    }
    return Math.abs(song.arithmetic - usual.arithmetic) * 100 / usual.arithmetic;
  }

  /** The middle of all songs so far. */
  public Song median() {
    return new Song(
        Ratio.middleOf(sung.stream().mapToDouble(Song::arithmetic).toArray()),
        Ratio.middleOf(sung.stream().mapToDouble(Song::disk).toArray()));
  }
}
