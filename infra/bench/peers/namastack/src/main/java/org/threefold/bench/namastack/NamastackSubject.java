package org.threefold.bench.namastack;

import io.namastack.outbox.OutboxProcessingScheduler;
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

/** namastack-outbox on PostgreSQL; its scheduler is the relay. */
public final class NamastackSubject implements Subject {

  private static final String SCHEMA = "namastack";

  private @Nullable ConfigurableApplicationContext context;
  private @Nullable Needs needs;

  private NamastackSubject() {}

  /** Takes orders from standard input. */
  public static void main(String[] arguments) throws IOException {
    Speaking.as(NamastackSubject::new);
  }

  @Override
  public Where prepare(Run run, Effects effects) throws Exception {
    close();
    Tables.fresh(SCHEMA);
    Ground.freshTopic(run);
    context = Programs.start(NamastackPeer.class, run, effects, Tables.settings(SCHEMA));
    needs = context.getBean(Needs.class);
    return Tables.where(
        SCHEMA, "select count(*) from namastack.outbox_record where status <> 'COMPLETED'", run);
  }

  @Override
  public void write(String id, int bytes) {
    if (needs == null) {
      throw new IllegalStateException("Nothing is prepared");
    }
    needs.collect(NeedCollected.of(id, bytes));
  }

  @Override
  public void hold() {
    scheduler().stop();
  }

  @Override
  public void say() {
    scheduler().start();
  }

  private OutboxProcessingScheduler scheduler() {
    if (context == null) {
      throw new IllegalStateException("Nothing is prepared");
    }
    return context.getBean(OutboxProcessingScheduler.class);
  }

  @Override
  public void close() {
    if (context != null) {
      context.close();
      context = null;
    }
  }
}
