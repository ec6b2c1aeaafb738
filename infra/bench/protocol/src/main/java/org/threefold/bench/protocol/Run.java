package org.threefold.bench.protocol;

import java.nio.charset.StandardCharsets;

/**
 * One run of one subject, with a topic and names of its own.
 *
 * @param number what makes it different from all other runs on this broker and these stores
 * @param partitions of its topic
 */
public record Run(int number, int partitions) {

  /** The topic, unless the subject must name it otherwise. */
  public String topic() {
    return "bench-" + number;
  }

  /** Short and fit for a database, schema, table or group. */
  public String name() {
    return "bench" + number;
  }

  /** The aggregate with this number: {@code N-511500000007-20261125-000042}. */
  public String id(int index) {
    return "N-5115%08d-20261125-%06d".formatted(number, index);
  }

  /** The number of the aggregate, or -1 if it is not one of this run. */
  public int indexOf(String id) {
    int last = id.lastIndexOf('-');
    return id.regionMatches(6, "%08d".formatted(number), 0, 8)
        ? Integer.parseInt(id, last + 1, id.length(), 10)
        : -1;
  }

  /** The data of the first fact of an aggregate, for those who may choose its form. */
  public static byte[] data(String id, int bytes) {
    StringBuilder json =
        new StringBuilder(bytes)
            .append("{\"need\":\"")
            .append(id)
            .append("\",\"unit\":\"RM-511523100001\",\"channel\":\"WALK_IN\",\"words\":\"");
    for (int i = json.length(); i < bytes - 2; i++) {
      json.append((char) ('a' + (i * 7 + id.hashCode() & 0xff) % 26));
    }
    return json.append("\"}").toString().getBytes(StandardCharsets.UTF_8);
  }
}
