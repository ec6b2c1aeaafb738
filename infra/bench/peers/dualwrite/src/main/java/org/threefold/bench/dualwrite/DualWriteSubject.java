package org.threefold.bench.dualwrite;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.threefold.bench.peers.NeedCollected;
import org.threefold.bench.peers.Programs;
import org.threefold.bench.protocol.Effects;
import org.threefold.bench.protocol.Ground;
import org.threefold.bench.protocol.Run;
import org.threefold.bench.protocol.Speaking;
import org.threefold.bench.protocol.Subject;
import org.threefold.bench.protocol.Surroundings;
import org.threefold.bench.protocol.Where;

/** Save and send, with nothing between them that could say it again. */
public final class DualWriteSubject implements Subject {

  private @Nullable ConfigurableApplicationContext context;
  private @Nullable Needs needs;

  private DualWriteSubject() {}

  /** Takes orders from standard input. */
  public static void main(String[] arguments) throws IOException {
    Speaking.as(DualWriteSubject::new);
  }

  @Override
  public Where prepare(Run run, Effects effects) throws Exception {
    close();
    Ground.freshTopic(run);
    context =
        Programs.start(
            DualWritePeer.class,
            run,
            effects,
            Map.of(
                "spring.mongodb.uri", Surroundings.mongo(), "spring.mongodb.database", run.name()));
    needs = context.getBean(Needs.class);
    return new Where(
        Where.Store.MONGO,
        run.name() + ".needs",
        null,
        run.name() + ".effects",
        "times",
        run.topic(),
        run.name(),
        null);
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
