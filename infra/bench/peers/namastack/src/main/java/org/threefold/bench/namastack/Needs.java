package org.threefold.bench.namastack;

import io.namastack.outbox.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threefold.bench.peers.NeedCollected;
import org.threefold.bench.peers.Tables;

/** Keeps a need and its fact in the outbox, in one transaction. */
@Service
class Needs {

  private final Tables tables;
  private final Outbox outbox;

  Needs(Tables tables, Outbox outbox) {
    this.tables = tables;
    this.outbox = outbox;
  }

  @Transactional
  void collect(NeedCollected fact) {
    tables.keep(fact);
    outbox.schedule(fact, fact.need());
  }
}
