package org.threefold.bench.floor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.threefold.bench.own.Wish;
import org.threefold.bench.protocol.Run;

/**
 * A need as our services keep it, with the same fields and bytes, made by hand.
 *
 * @param headers of its fact
 * @param data of its fact
 */
record Kept(String id, Map<String, String> headers, byte[] data) {

  private static final int SHARDS = 16;

  static Kept of(String id, int bytes) {
    return new Kept(id, headers(id), Run.data(id, bytes));
  }

  private static Map<String, String> headers(String id) {
    return Map.ofEntries(
        Map.entry("ce_specversion", "1.0"),
        Map.entry("ce_id", "need/" + id + "@1"),
        Map.entry("ce_type", "org.threefold.need.collected.v1"),
        Map.entry("ce_source", "/threefold/bench-floor"),
        Map.entry("ce_subject", id),
        Map.entry("ce_time", "2026-11-25T04:00:00.123456Z"),
        Map.entry("ce_flow", id),
        Map.entry("ce_cause", "request/rm-worker/" + id),
        Map.entry("ce_actor", "RM_WORKER@RM-511523100001"),
        Map.entry("ce_division", "511523100001"),
        Map.entry("content-type", "application/json"));
  }

  byte[] key() {
    return id.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * As a document.
   *
   * @param unsaid with its fact, for the relay to clear
   */
  Document document(boolean unsaid) {
    Document document =
        new Document("_id", id)
            .append("rev", 1L)
            .append("version", 1L)
            .append(
                "state",
                new Document("unit", "RM-511523100001")
                    .append("channel", "WALK_IN")
                    .append("resident", Wish.residentOf(id))
                    .append("ageBand", "FROM_60")
                    .append("groups", List.of("ELDER", "ELDER_LEFT_BEHIND", "WOMAN"))
                    .append("collectedOn", "2026-11-25"))
            .append("heard", new Document())
            .append(
                "keys",
                List.of(
                    new Document("k", "rm-worker/" + id)
                        .append("h", id)
                        .append("at", Instant.now())))
            .append("division", "511523100001")
            .append("outbox", unsaid ? List.of(said()) : List.of());
    return unsaid ? document.append("ob", shard() + id) : document;
  }

  private Document said() {
    return new Document("v", 1L)
        .append("h", new Document(Map.copyOf(headers)))
        .append("d", new Binary(data));
  }

  private String shard() {
    return "%02d:".formatted(Math.floorMod(id.hashCode(), SHARDS));
  }
}
