package org.threefold.bench.modulith;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.threefold.bench.peers.NeedCollected;
import org.threefold.bench.peers.Programs;
import org.threefold.bench.peers.Tables;
import org.threefold.bench.protocol.Effects;
import org.threefold.bench.protocol.Ground;
import org.threefold.bench.protocol.Run;
import org.threefold.bench.protocol.Speaking;
import org.threefold.bench.protocol.Subject;
import org.threefold.bench.protocol.Where;

/** Spring Modulith on PostgreSQL. It has no relay to hold: each commit sends by itself. */
public final class ModulithSubject implements Subject {

  private static final String SCHEMA = "modulith";

  private @Nullable ConfigurableApplicationContext context;
  private @Nullable Needs needs;

  private ModulithSubject() {}

  /** Takes orders from standard input. */
  public static void main(String[] arguments) throws IOException {
    Speaking.as(ModulithSubject::new);
  }

  @Override
  public Where prepare(Run run, Effects effects) throws Exception {
    close();
    Tables.fresh(SCHEMA);
    Ground.freshTopic(run);
    context = Programs.start(ModulithPeer.class, run, effects, Tables.settings(SCHEMA));
    needs = context.getBean(Needs.class);
    return Tables.where(SCHEMA, "select count(*) from modulith.event_publication", run);
  }

  @Override
  public void write(String id, int bytes) {
    if (needs == null) {
      throw new IllegalStateException("Nothing is prepared");
    }
    needs.collect(NeedCollected.of(id, bytes));
  }

  @Override
  public void close() {
    if (context != null) {
      context.close();
      context = null;
    }
  }
}
