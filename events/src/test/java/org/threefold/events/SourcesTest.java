package org.threefold.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourcesTest {

  @Test
  void the_first_paragraph_of_a_comment_is_the_meaning() {
    assertThat(
            Sources.meaningsIn(
                """
                /**
                 * A need, {@code N-…},
                 * was heard. Starts the flow.
                 *
                 * <p>More.
                 *
                 * @param need which
                 */
                @WireName("need.heard.v1")
                record NeedHeard(NeedId need) {}

                /** What it is about. */
                public enum About {}

                record Undocumented() {}
                """))
        .containsOnlyKeys("NeedHeard", "About")
        .containsEntry("NeedHeard", "A need, `N-…`, was heard. Starts the flow.")
        .containsEntry("About", "What it is about.");
  }

  @Test
  void every_event_says_what_it_means_in_whole_sentences() {
    for (Class<? extends Event> type : EventTypes.all()) {
      assertThat(Sources.meaningOf(type)).as("%s", type).matches("[A-Z].+\\.");
    }
  }
}
