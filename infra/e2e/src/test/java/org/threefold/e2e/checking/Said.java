package org.threefold.e2e.checking;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** Records as they stand on a topic, for tests. */
final class Said {

  private Said() {}

  static Spoken fact(String topic, int offset, String stream, long version, String data) {
    return fact(topic, offset, stream, version, "org.threefold.test.v1", data);
  }

  static Spoken fact(
      String topic, int offset, String stream, long version, String type, String data) {
    SortedMap<String, String> headers = new TreeMap<>();
    headers.put("ce_id", stream + "@" + version);
    headers.put("ce_type", type);
    return new Spoken(
        topic,
        0,
        offset,
        stream.substring(stream.indexOf('/') + 1),
        headers,
        data.getBytes(StandardCharsets.UTF_8));
  }
}
