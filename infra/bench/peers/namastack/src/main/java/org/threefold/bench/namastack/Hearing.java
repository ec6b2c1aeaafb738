package org.threefold.bench.namastack;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.threefold.bench.peers.Tables;
import org.threefold.bench.protocol.Effects;

/** Hears the facts in batches, and keeps one effect of each. */
@Component
class Hearing {

  private final Tables tables;
  private final Effects effects;

  Hearing(Tables tables, Effects effects) {
    this.tables = tables;
    this.effects = effects;
  }

  @KafkaListener(topics = "${bench.topic}", groupId = "${bench.group}")
  void hear(List<ConsumerRecord<String, byte[]>> facts) {
    tables.effect(facts.stream().map(ConsumerRecord::key).toList(), effects);
  }
}
