package org.threefold.oversight.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.threefold.events.ActivityEvent;
import org.threefold.events.CaseEvent;
import org.threefold.events.EvaluationEvent;
import org.threefold.events.Event;
import org.threefold.events.Fact;
import org.threefold.events.FundEvent;
import org.threefold.events.HelpRequestEvent;
import org.threefold.events.NeedEvent;
import org.threefold.events.ProjectEvent;
import org.threefold.events.SafeguardingEvent;
import org.threefold.events.StationEvent;
import org.threefold.events.VisitEvent;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Ear;
import org.threefold.oversight.fund.Funds;
import org.threefold.oversight.need.Needs;
import org.threefold.oversight.place.Places;
import org.threefold.oversight.project.Projects;
import org.threefold.oversight.testing.Oversight;
import org.threefold.oversight.testing.Story;
import org.threefold.teststand.Stand;

/**
 * The same facts give the same rows and threads, in whatever order topics arrive, and however
 * often.
 */
class FoldsIT {

  private static final AtomicInteger NUMBERS = new AtomicInteger(500);
  private static final Stand OVERSIGHT = Oversight.shared();
  private static final MongoDatabase DATABASE = OVERSIGHT.bean(MongoDatabase.class);

  /** What stands at the end of a story that was heard in the order in which it happened. */
  private static final Map<String, String> EXPECTED = expected();

  private static Map<String, String> expected() {
    var story = new Story(Oversight.TOWN, NUMBERS.incrementAndGet());
    story.facts().forEach(FoldsIT::hear);
    return kept(story);
  }

  /** What an ear does about a fact, without the ear's own care for doubles. */
  private static void hear(Fact<Event> fact) {
    var cause = new Cause.Heard(fact.attributes(), "SYSTEM@county-oversight", Instant.EPOCH);
    switch (fact.event()) {
      case StationEvent it -> {
        OVERSIGHT.bean(Places.class).learn(it, cause);
        OVERSIGHT.bean(Projects.class).learn(it, cause);
      }
      case NeedEvent it -> OVERSIGHT.bean(Needs.class).learn(List.of(new Ear.Fact<>(it, cause)));
      case ProjectEvent it -> OVERSIGHT.bean(Projects.class).learn(it, cause);
      case FundEvent.OfFund it -> OVERSIGHT.bean(Funds.class).learn(it, cause);
      case FundEvent.OfProject it -> OVERSIGHT.bean(Projects.class).learn(it, cause);
      case FundEvent.FundSourceRegistered _, EvaluationEvent _ -> {}
      case VisitEvent _, HelpRequestEvent _ -> {} // Told only.
      case CaseEvent _ -> {} // The thread tells.
      case SafeguardingEvent _, ActivityEvent _ -> {} // Not in these stories.
    }
    OVERSIGHT.bean(Chronicle.class).write(fact.event(), cause);
  }

  /** Everything that is kept of a story, with the names of every story. */
  private static Map<String, String> kept(Story story) {
    Map<String, String> kept = new TreeMap<>();
    List<String> ids = new ArrayList<>();
    story.facts().forEach(it -> ids.add(it.stream().id()));
    for (String rows : List.of("needs", "projects", "funds")) {
      for (Document found : DATABASE.getCollection(rows).find(in(ids))) {
        found.remove("rev"); // How often it was written depends on what came together.
        kept.put(
            rows + "/" + story.anonymous(found.getString("_id")),
            story.anonymous(sorted(found).toString()));
      }
    }
    ids.add(story.need.value());
    story.facts().forEach(it -> ids.add(it.stream() + "#0"));
    story.facts().forEach(it -> ids.add(it.stream() + "#1"));
    for (Document found : DATABASE.getCollection("threads").find(in(ids))) {
      kept.put(
          "threads/" + story.anonymous(found.getString("_id")),
          story.anonymous(sorted(found).toString()));
    }
    return kept;
  }

  private static Document in(List<String> ids) {
    return new Document("_id", new Document("$in", List.copyOf(new java.util.HashSet<>(ids))));
  }

  private static Map<String, Object> sorted(Document document) {
    var sorted = new TreeMap<String, Object>();
    document.forEach(
        (key, value) -> sorted.put(key, value instanceof Document inner ? sorted(inner) : value));
    return sorted;
  }

  @Test
  void a_story_leaves_rows_and_threads() {
    assertThat(EXPECTED.keySet())
        .contains(
            "needs/NEED",
            "needs/TWIN",
            "projects/PROJECT",
            "funds/FUND",
            "threads/NEED",
            "threads/PROJECT",
            "threads/project/PROJECT#0",
            "threads/project/PROJECT#1",
            "threads/funding/PROJECT#0",
            "threads/archive/PROJECT#0",
            "threads/evaluation/EVALUATION#0");
  }

  @RepeatedTest(12)
  void any_order_and_any_number_of_times_is_the_same() {
    long seed = new Random().nextLong();
    System.out.println("FoldsIT seed " + seed);
    var story = new Story(Oversight.TOWN, NUMBERS.incrementAndGet());
    story.delivered(new Random(seed)).forEach(FoldsIT::hear);
    assertThat(kept(story)).as("seed " + seed).isEqualTo(EXPECTED);
  }

  @Test
  void hearing_all_of_it_again_from_zero_changes_nothing() {
    var story = new Story(Oversight.TOWN, NUMBERS.incrementAndGet());
    story.facts().forEach(FoldsIT::hear);
    story.facts().forEach(FoldsIT::hear);
    assertThat(kept(story)).isEqualTo(EXPECTED);
  }
}
