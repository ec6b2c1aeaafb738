package org.threefold.bench.dualwrite;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.threefold.bench.protocol.Effects;

/** Hears the facts in batches, and keeps one effect of each. */
@Component
class Hearing {

  private final MongoOperations mongo;
  private final Effects effects;

  Hearing(MongoOperations mongo, Effects effects) {
    this.mongo = mongo;
    this.effects = effects;
  }

  @KafkaListener(topics = "${bench.topic}", groupId = "${bench.group}")
  void hear(List<ConsumerRecord<String, byte[]>> facts) {
    List<String> ids = facts.stream().map(ConsumerRecord::key).distinct().toList();
    BulkOperations bulk =
        mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, Document.class, "effects");
    for (String id : ids) {
      bulk.upsert(Query.query(Criteria.where("_id").is(id)), new Update().setOnInsert("times", 1));
    }
    int kept = bulk.execute().getUpserts().size();
    effects.seenAgain(facts.size() - kept);
    ids.forEach(effects::stored);
  }
}
