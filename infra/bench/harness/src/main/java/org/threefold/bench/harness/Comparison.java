package org.threefold.bench.harness;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;
import org.threefold.bench.protocol.Canary;
import org.threefold.bench.protocol.Ratio;
import org.threefold.bench.protocol.Rows;

/**
 * W1 of two subjects in pairs of blocks, ABBA: the one that is first in a pair is second in the
 * next.
 */
final class Comparison {

  private final Settings settings;
  private final Servers servers;
  private final Canary canary;
  private final Rows rows;
  private final Progress progress;

  /** By how many percent the canary may be off. */
  private static final double TOLERANCE = 10;

  private record Pair(Block ours, Block other, List<Canary.Song> songs) {}

  Comparison(Settings settings, Servers servers, Canary canary, Rows rows, Progress progress) {
    this.settings = settings;
    this.servers = servers;
    this.canary = canary;
    this.rows = rows;
    this.progress = progress;
  }

  static int steps(Settings settings) {
    return 2 + 2 * settings.pairs();
  }

  /** Measures, and writes the rows of the other and of the ratio. */
  void measure(Contender other) throws SQLException, InterruptedException, ExecutionException {
    try (SubjectProcess us = SubjectProcess.start(Contender.OURS, servers, settings);
        SubjectProcess them = SubjectProcess.start(other, servers, settings)) {
      int ours = warmedUp(us);
      int theirs = warmedUp(them);
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i < settings.pairs(); i++) {
        pairs.add(i % 2 == 0 ? pair(us, ours, them, theirs) : swapped(them, theirs, us, ours));
      }
      report(other, pairs, us.mostResidentMb(), them.mostResidentMb());
    }
  }

  private int warmedUp(SubjectProcess subject)
      throws SQLException, InterruptedException, ExecutionException {
    progress.step("W1 · " + subject.contender().id() + " · warms up");
    return Lap.events(Lap.warmUp(subject, servers, settings.warmup()), settings.block());
  }

  private Pair pair(SubjectProcess us, int ours, SubjectProcess them, int theirs)
      throws SQLException, InterruptedException, ExecutionException {
    Canary.Song before = canary.sing();
    Block one = block(us, ours);
    Canary.Song between = canary.sing();
    Block other = block(them, theirs);
    return new Pair(one, other, List.of(before, between, canary.sing()));
  }

  private Pair swapped(SubjectProcess them, int theirs, SubjectProcess us, int ours)
      throws SQLException, InterruptedException, ExecutionException {
    Pair reversed = pair(them, theirs, us, ours);
    return new Pair(reversed.other, reversed.ours, reversed.songs);
  }

  private Block block(SubjectProcess subject, int events)
      throws SQLException, InterruptedException, ExecutionException {
    progress.step("W1 · " + subject.contender().id());
    try (Lap lap = Lap.begin(subject, servers)) {
      return lap.block(events);
    }
  }

  private boolean isUsual(Canary.Song song) {
    return canary.percentOff(song) <= TOLERANCE;
  }

  private void report(Contender other, List<Pair> all, double ourMb, double theirMb) {
    List<Pair> sound =
        all.stream().filter(pair -> pair.songs.stream().allMatch(this::isUsual)).toList();
    // Too few to say anything: then all, and the note says so.
    boolean few = sound.size() < (all.size() + 1) / 2;
    List<Pair> pairs = few ? all : sound;
    String machine =
        "; %d of %d pairs beside a canary off key%s"
            .formatted(all.size() - sound.size(), all.size(), few ? "; all used" : "; left out");
    String row = "w1." + other.id();
    blocks(row, pairs.stream().map(Pair::other).toList(), theirMb);
    blocks("w1.ours-beside-" + other.id(), pairs.stream().map(Pair::ours).toList(), ourMb);
    ratio(row, "ratio throughput", pairs, Block::perSecond, machine);
    ratio(row, "ratio cpu", pairs, Block::cpu, machine);
    ratio(row, "ratio cpu client", pairs, Block::client, machine);
  }

  private void blocks(String row, List<Block> blocks, double residentMb) {
    double[] rates = blocks.stream().mapToDouble(Block::perSecond).sorted().toArray();
    String note =
        "closed loop; %d writers; of %d blocks; min %.0f; max %.0f"
            .formatted(Lap.WRITERS, rates.length, rates[0], rates[rates.length - 1]);
    rows.add(row, "facts", Ratio.middleOf(rates), "/s", note);
    number(row, "cpu client", "ms/fact", blocks, Block::client);
    number(row, "cpu broker", "ms/fact", blocks, Block::broker);
    number(row, "cpu store", "ms/fact", blocks, Block::store);
    number(row, "cpu", "ms/fact", blocks, Block::cpu);
    number(row, "log", "bytes/fact", blocks, Block::logBytes);
    number(row, "loopback", "bytes/fact", blocks, Block::netBytes);
    rows.add(row, "resident", residentMb, "MB", "the most the subject's JVM has held");
    rows.add(
        row,
        "said again",
        blocks.stream().mapToInt(Block::saidAgain).sum(),
        "facts",
        "on the topic more than once; all blocks");
  }

  private void number(
      String row, String metric, String unit, List<Block> blocks, ToDoubleFunction<Block> of) {
    double median = Ratio.middleOf(blocks.stream().mapToDouble(of).toArray());
    rows.fine(row, metric, median, unit, "median of blocks");
  }

  private void ratio(
      String row, String metric, List<Pair> pairs, ToDoubleFunction<Block> of, String machine) {
    Ratio ratio =
        Ratio.of(
            pairs.stream()
                .mapToDouble(pair -> of.applyAsDouble(pair.ours) / of.applyAsDouble(pair.other))
                .toArray());
    rows.fine(
        row,
        metric,
        ratio.median(),
        "ours / " + row.substring(row.indexOf('.') + 1),
        String.format(
                Locale.ROOT,
                "95%% %.2f to %.2f; %d pairs",
                ratio.low(),
                ratio.high(),
                ratio.pairs())
            + machine);
  }
}
