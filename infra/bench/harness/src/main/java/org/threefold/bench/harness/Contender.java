package org.threefold.bench.harness;

import java.util.List;

/**
 * A way of working that is measured.
 *
 * @param id in the rows
 * @param module below infra/bench, where its class path is written
 * @param program its main class
 * @param arguments of the program
 * @param postgres whether it keeps its needs there
 * @param what in the sheet
 * @param durability what survives what
 */
record Contender(
    String id,
    String module,
    String program,
    List<String> arguments,
    boolean postgres,
    String what,
    String durability) {

  private static final String K = "K: survives kill -9";

  static final Contender OURS =
      new Contender(
          "ours",
          "own",
          "org.threefold.bench.own.OwnSubject",
          List.of(),
          false,
          "infra/messaging: one decision, one write; relay; ear",
          K);

  static final Contender FLOOR =
      new Contender(
          "floor",
          "own",
          "org.threefold.bench.floor.FloorSubject",
          List.of(),
          false,
          "raw Kafka client and raw MongoDB driver, the same I/O in the largest batches",
          K);

  static final Contender UNSAFE =
      new Contender(
          "floor-unsafe",
          "own",
          "org.threefold.bench.floor.FloorSubject",
          List.of("unsafe"),
          false,
          "the same without an outbox: insert, then send",
          "none between insert and send: a fact can be lost");

  static final Contender MODULITH =
      new Contender(
          "modulith",
          "peers/modulith",
          "org.threefold.bench.modulith.ModulithSubject",
          List.of(),
          true,
          "Spring Modulith's event publication registry, Kafka externalization, PostgreSQL",
          "K (fsync=off, synchronous_commit=on)");

  static final Contender NAMASTACK =
      new Contender(
          "namastack",
          "peers/namastack",
          "org.threefold.bench.namastack.NamastackSubject",
          List.of(),
          true,
          "namastack-outbox, Kafka handler, PostgreSQL",
          "K (fsync=off, synchronous_commit=on)");

  static final Contender DUAL_WRITE =
      new Contender(
          "dualwrite",
          "peers/dualwrite",
          "org.threefold.bench.dualwrite.DualWriteSubject",
          List.of(),
          false,
          "Spring Data MongoDB save, then StreamBridge.send (unsafe)",
          "none between save and send: a fact can be lost");

  static final Contender CHAIN =
      new Contender(
          "chain",
          "own",
          "org.threefold.bench.chain.ChainSubject",
          List.of(),
          false,
          "need, project, reservation, oversight: four services of ours in one JVM",
          K);

  /** Those with one hop, the floor first. */
  static final List<Contender> ONE_HOP =
      List.of(FLOOR, OURS, UNSAFE, MODULITH, NAMASTACK, DUAL_WRITE);
}
