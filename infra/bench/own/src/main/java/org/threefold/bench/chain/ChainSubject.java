package org.threefold.bench.chain;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.threefold.bench.own.Running;
import org.threefold.bench.own.Wish;
import org.threefold.bench.protocol.Effects;
import org.threefold.bench.protocol.Ground;
import org.threefold.bench.protocol.Run;
import org.threefold.bench.protocol.Speaking;
import org.threefold.bench.protocol.Subject;
import org.threefold.bench.protocol.Where;
import org.threefold.events.NeedEvent;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Cause;

/**
 * The whole way of a need through four services in one JVM, each with a database, a relay and an
 * ear of its own: three hops, and the effect is at the end of them.
 */
public final class ChainSubject implements Subject {

  private final List<ConfigurableApplicationContext> running = new ArrayList<>();
  private @Nullable Aggregates<Wish, NeedEvent> needs;

  private ChainSubject() {}

  /** Takes orders from standard input. */
  public static void main(String[] arguments) throws IOException {
    Speaking.as(ChainSubject::new);
  }

  @Override
  @SuppressWarnings("unchecked") // There is one bean of this type.
  public Where prepare(Run run, Effects effects) throws Exception {
    close();
    String name = run.name();
    String oversight = name + "oversight";
    running.add(Running.start(Seen.class, run, oversight, "funds", effects));
    running.add(Running.start(Reserved.class, run, name + "funds", "projects", effects));
    running.add(Running.start(Planned.class, run, name + "projects", "needs", effects));
    var first = Running.start(Wanted.class, run, name, "", effects);
    running.add(first);
    for (String group : List.of(oversight, name + "funds", name + "projects")) {
      Ground.awaitPartitions(group, run.partitions());
    }
    Ground.settle();
    needs = first.getBean("kept", Aggregates.class);
    return new Where(
        Where.Store.MONGO,
        name + ".needs",
        name + ".needs",
        oversight + ".effects",
        "state.times",
        Running.prefix(run) + "needs",
        name + "projects",
        null);
  }

  @Override
  public void write(String id, int bytes) {
    Objects.requireNonNull(needs, "Nothing is prepared")
        .begin(
            id,
            new Cause.Asked(
                "rm-worker/" + id, id, null, "RM_WORKER@RM-511523100001", Instant.now(), null),
            _ -> List.of(Wish.collected(id)));
  }

  @Override
  public void close() {
    running.reversed().forEach(ConfigurableApplicationContext::close);
    running.clear();
  }
}
