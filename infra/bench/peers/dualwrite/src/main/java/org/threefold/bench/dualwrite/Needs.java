package org.threefold.bench.dualwrite;

import java.nio.charset.StandardCharsets;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Service;
import org.threefold.bench.peers.NeedCollected;

/** Saves a need, then sends its fact. */
@Service
class Needs {

  private final NeedRepository needs;
  private final StreamBridge bridge;

  Needs(NeedRepository needs, StreamBridge bridge) {
    this.needs = needs;
    this.bridge = bridge;
  }

  void collect(NeedCollected fact) {
    needs.save(new Need(fact.need(), 1, fact.words()));
    bridge.send(
        "collected-out-0",
        MessageBuilder.withPayload(fact)
            .setHeader(KafkaHeaders.KEY, fact.need().getBytes(StandardCharsets.UTF_8))
            .build());
  }
}
