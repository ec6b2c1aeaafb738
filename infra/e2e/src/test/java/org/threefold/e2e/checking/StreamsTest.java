package org.threefold.e2e.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.e2e.checking.Said.fact;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StreamsTest {

  private static final String NEED = "need/N-1";

  private final Report report = new Report();
  private final Streams streams = new Streams(report);

  private void hear(int offset, long version, String data) {
    streams.hear(fact("needs", offset, NEED, version, data));
  }

  @Test
  void versions_without_a_hole_are_right_also_when_said_again() {
    hear(0, 1, "{}");
    hear(1, 2, "{}");
    hear(2, 1, "{}");
    hear(3, 2, "{}");
    hear(4, 3, "{}");

    assertThat(report.violations()).isEmpty();
    assertThat(report.counts())
        .containsEntry("records on needs", 5L)
        .containsEntry("streams on needs", 1L)
        .containsEntry("facts said more than once", 2L);
    assertThat(streams.lastVersions("needs", "N-1")).containsExactly(3L);
  }

  @Test
  void a_hole_is_found() {
    hear(0, 1, "{}");
    hear(1, 3, "{}");

    assertThat(report.violations()).containsExactly("need/N-1: version 3 follows 1 at needs-0@1");
  }

  @Test
  void a_stream_that_does_not_begin_at_one_is_found() {
    hear(0, 2, "{}");

    assertThat(report.violations()).containsExactly("need/N-1: version 2 follows 0 at needs-0@0");
  }

  @Test
  void a_fact_that_comes_after_its_successor_is_found() {
    hear(0, 2, "{}");
    hear(1, 1, "{}");

    assertThat(report.violations())
        .containsExactly(
            "need/N-1: version 2 follows 0 at needs-0@0",
            "need/N-1: version 1 comes late, at needs-0@1");
  }

  @Test
  void a_version_with_two_contents_is_found() {
    hear(0, 1, "{\"a\":1}");
    hear(1, 1, "{\"a\":2}");

    assertThat(report.violations())
        .containsExactly("need/N-1: version 1 is said in two ways, again at needs-0@1");
  }

  @Test
  void a_version_with_the_same_content_and_another_header_is_found() {
    hear(0, 1, "{}");
    streams.hear(fact("needs", 1, NEED, 1, "org.threefold.other.v1", "{}"));

    assertThat(report.violations())
        .containsExactly("need/N-1: version 1 is said in two ways, again at needs-0@1");
  }

  @Test
  void a_record_under_a_foreign_key_or_on_a_second_partition_is_found() {
    hear(0, 1, "{}");
    Spoken right = fact("needs", 0, NEED, 2, "{}");
    streams.hear(new Spoken("needs", 1, 0, "N-2", right.headers(), right.value()));

    assertThat(report.violations())
        .containsExactly(
            "needs-1@0 is of need/N-1 but has the key N-2", "need/N-1 is on partitions 0 and 1");
  }

  @Test
  void a_record_that_is_no_fact_is_found() {
    byte[] data = "hello".getBytes(StandardCharsets.UTF_8);
    streams.hear(new Spoken("needs", 0, 7, "N-1", new TreeMap<>(), data));

    assertThat(report.violations())
        .containsExactly("needs-0@7 is no fact: it has no id of a stream and a version");
  }
}
