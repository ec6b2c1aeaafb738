package org.threefold.bench.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast the machine is at this moment: a fixed piece of arithmetic and 200 small writes that
 * reach the disk. When it sings in another voice than usual, what was measured beside it does not
 * count.
 */
final class Canary {

  private static final int STEPS = 600_000_000;
  private static final int WRITES = 200;

  /** What it may differ from the day's median. */
  private static final double TOLERANCE = 0.10;

  /** The disk differs more than processors do, and no subject here waits for it. */
  private static final double DISK_TOLERANCE = 1.0;

  private final Path file;
  private final List<Song> songs = new ArrayList<>();
  private long kept;

  /** One song, in seconds. */
  record Song(double arithmetic, double disk) {}

  Canary(Path directory) {
    this.file = directory.resolve("canary");
  }

  /** Sings; about two seconds, or less where {@code shorter}. */
  Song sing(boolean shorter) {
    Song song = new Song(arithmetic(shorter ? STEPS / 10 : STEPS), disk());
    songs.add(song);
    return song;
  }

  /** Whether the machine was itself then, by the songs of the whole day. */
  boolean wasItself(Song song) {
    return near(song.arithmetic, songs.stream().map(Song::arithmetic).toList(), TOLERANCE)
        && near(song.disk, songs.stream().map(Song::disk).toList(), DISK_TOLERANCE);
  }

  private static boolean near(double value, List<Double> all, double tolerance) {
    double median = Ratio.median(all);
    return Math.abs(value - median) <= tolerance * median;
  }

  Song median() {
    return new Song(
        Ratio.median(songs.stream().map(Song::arithmetic).toList()),
        Ratio.median(songs.stream().map(Song::disk).toList()));
  }

  private double arithmetic(int steps) {
    long began = System.nanoTime();
    long value = 1;
    for (int i = 0; i < steps; i++) {
      value ^= value << 13;
      value ^= value >>> 7;
      value ^= value << 17;
    }
    kept += value;
    return (System.nanoTime() - began) / 1e9;
  }

  private double disk() {
    long began = System.nanoTime();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int i = 0; i < WRITES; i++) {
        channel.write(ByteBuffer.allocate(Long.BYTES).putLong(0, kept + i), (long) i * Long.BYTES);
        channel.force(false);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException("The canary cannot write " + file, unwritable);
    }
    return (System.nanoTime() - began) / 1e9;
  }
}
