package org.threefold.bench.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The outcome for readers: the budgets first, then side by side, then where others are better. */
final class Sheet {

  private final String name;
  private final Outcome outcome;
  private final Machine machine;

  private Sheet(String name, Outcome outcome, Machine machine) {
    this.name = name;
    this.outcome = outcome;
    this.machine = machine;
  }

  static Sheet of(Path rows, Machine machine) {
    String file = rows.getFileName().toString();
    return new Sheet(file.substring(0, file.lastIndexOf('.')), Outcome.read(rows), machine);
  }

  /** The budgets alone. */
  String budgets() {
    List<String> lines = new ArrayList<>();
    lines.add("| what | budget | seen | |");
    lines.add("|---|---|---|---|");
    Budget.ALL.forEach(budget -> lines.add(budget.line(outcome)));
    return String.join("\n", lines);
  }

  /** All of it, as Markdown. */
  String text() {
    return String.join(
            "\n\n",
            "# Speed, " + name,
            budgets(),
            "## One hop, side by side\n\n" + sideBySide(),
            "Ratios are ours against the other, of pairs of blocks one after the other; medians, with the"
                + " 95 % interval of a bootstrap over the pairs. Processor is that of all processes; 1 ms a"
                + " fact is 1 s for 1,000. W2 latencies are from the time a write was due to its stored"
                + " effect, at half of what the same subject could do.",
            "## Where another is better than we are\n\n" + better(),
            "## Everything else\n\n" + rest(),
            "## Where and with what\n\n" + surroundings(),
            "All rows, with their notes: [" + name + ".csv](" + name + ".csv).")
        + "\n";
  }

  private String sideBySide() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| subject | survives | facts/s | ours / it | processor ms/fact: subject, broker, store |"
            + " processor, ours / it | bytes/fact: log, loopback | MB | W2 at 50 %: p50, p99, p99.9 ms |"
            + " W5 drained/s | W6 replayed/s |");
    lines.add("|---|---|---|---|---|---|---|---|---|---|---|");
    for (Contender each : Contender.ONE_HOP) {
      lines.add(line(each));
    }
    return String.join("\n", lines);
  }

  private String line(Contender each) {
    boolean ours = each.equals(Contender.OURS);
    String row = ours ? "w1.ours-beside-floor" : "w1." + each.id();
    String pace = "w2." + each.id() + ".50";
    return "| **%s** %s | %s | %s | %s | %s, %s, %s | %s | %s, %s | %s | %s, %s, %s | %s | %s |"
        .formatted(
            each.id(),
            each.what(),
            each.durability(),
            outcome.text(row, "facts"),
            ours ? "" : withSpread(row, "ratio throughput"),
            outcome.text(row, "cpu client"),
            outcome.text(row, "cpu broker"),
            outcome.text(row, "cpu store"),
            ours ? "" : withSpread(row, "ratio cpu"),
            outcome.text(row, "log"),
            outcome.text(row, "loopback"),
            outcome.text(row, "resident"),
            outcome.text(pace, "p50"),
            outcome.text(pace, "p99"),
            outcome.text(pace, "p99.9"),
            outcome.text("w5." + each.id(), "drained"),
            outcome.text("w6." + each.id(), "replayed"));
  }

  private String withSpread(String row, String metric) {
    return outcome.find(row, metric).map(it -> it.value() + " (" + it.note() + ")").orElse("–");
  }

  /** What the numbers say, for each that is no floor of ours. */
  private String better() {
    List<String> lines = new ArrayList<>();
    for (Contender each : Contender.ONE_HOP) {
      if (each.equals(Contender.OURS)) {
        continue;
      }
      List<String> wins = new ArrayList<>();
      String row = "w1." + each.id();
      String ours = "w1.ours-beside-" + each.id();
      compare(wins, "facts a second", ours, row, "facts", true);
      compare(wins, "processor time", ours, row, "cpu", false);
      compare(wins, "memory", ours, row, "resident", false);
      compare(wins, "bytes in the log", ours, row, "log", false);
      compare(wins, "bytes over the network", ours, row, "loopback", false);
      for (String metric : List.of("p50", "p99", "p99.9")) {
        compare(
            wins, metric + " at half load", "w2.ours.50", "w2." + each.id() + ".50", metric, false);
      }
      compare(wins, "draining", "w5.ours", "w5." + each.id(), "drained", true);
      compare(wins, "replaying", "w6.ours", "w6." + each.id(), "replayed", true);
      lines.add(
          "- **" + each.id() + "**: " + (wins.isEmpty() ? "nothing" : String.join("; ", wins)));
    }
    return String.join("\n", lines);
  }

  private void compare(
      List<String> wins, String what, String ours, String theirs, String metric, boolean more) {
    OptionalDouble us = outcome.number(ours, metric);
    OptionalDouble them = outcome.number(theirs, metric);
    if (us.isPresent() && them.isPresent()) {
      boolean better =
          more ? them.getAsDouble() > us.getAsDouble() : them.getAsDouble() < us.getAsDouble();
      if (better) {
        wins.add(
            "%s (%s, ours %s)"
                .formatted(what, outcome.text(theirs, metric), outcome.text(ours, metric)));
      }
    }
  }

  private String rest() {
    List<String> lines = new ArrayList<>();
    lines.add("| row | metric | value | unit | note |");
    lines.add("|---|---|---|---|---|");
    for (Outcome.Row row : outcome.all()) {
      if (!row.row().startsWith("w1.")) {
        lines.add(
            "| %s | %s | %s | %s | %s |"
                .formatted(row.row(), row.metric(), row.value(), row.unit(), row.note()));
      }
    }
    return String.join("\n", lines);
  }

  private String surroundings() {
    return """
    | | |
    |---|---|
    | processors | %s |
    | memory | %s |
    | system | %s |
    | Java | %s |
    | libraries | %s |
    | state of the code | %s |

    Everything runs on this one machine: subject, broker, store and load share its processors. The store is \
    mongo-java-server, which is not MongoDB; these numbers compare programs on it, and say nothing of a \
    cluster.\
    """
        .formatted(
            machine.processors(),
            machine.memory(),
            machine.system(),
            machine.java(),
            machine.versions(),
            machine.commit());
  }
}
