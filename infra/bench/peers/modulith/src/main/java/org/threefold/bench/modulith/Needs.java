package org.threefold.bench.modulith;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threefold.bench.peers.NeedCollected;
import org.threefold.bench.peers.Tables;

/** Keeps a need and publishes its fact; Modulith keeps the publication in the same transaction. */
@Service
class Needs {

  private final Tables tables;
  private final ApplicationEventPublisher events;

  Needs(Tables tables, ApplicationEventPublisher events) {
    this.tables = tables;
    this.events = events;
  }

  @Transactional
  void collect(NeedCollected fact) {
    tables.keep(fact);
    events.publishEvent(fact);
  }
}
