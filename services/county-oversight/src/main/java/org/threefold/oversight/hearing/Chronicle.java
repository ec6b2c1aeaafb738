package org.threefold.oversight.hearing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.threefold.events.ActivityEvent;
import org.threefold.events.CaseEvent;
import org.threefold.events.EvaluationEvent;
import org.threefold.events.EvaluationEvent.IndicatorSystemPublished;
import org.threefold.events.Event;
import org.threefold.events.FundEvent;
import org.threefold.events.FundEvent.FundSourceRegistered;
import org.threefold.events.HelpRequestEvent;
import org.threefold.events.NeedEvent;
import org.threefold.events.ProjectEvent;
import org.threefold.events.ProjectEvent.LowFeeProgrammeRegistered;
import org.threefold.events.ProjectEvent.PurchaseGuidePublished;
import org.threefold.events.ProjectEvent.PurchaseItemListed;
import org.threefold.events.ProjectEvent.PurchaserRegistered;
import org.threefold.events.SafeguardingEvent;
import org.threefold.events.StationEvent;
import org.threefold.events.StationEvent.ArchiveCompletenessChanged;
import org.threefold.events.StationEvent.ArchiveItemExpected;
import org.threefold.events.StationEvent.ArchiveItemFiled;
import org.threefold.events.StationEvent.DivisionRegistered;
import org.threefold.events.StationEvent.OperatingContractSigned;
import org.threefold.events.StationEvent.OperatorRegistered;
import org.threefold.events.StationEvent.ServiceItemListPublished;
import org.threefold.events.StationEvent.StaffAssigned;
import org.threefold.events.StationEvent.StationActivated;
import org.threefold.events.StationEvent.StationRegistered;
import org.threefold.events.Topic;
import org.threefold.events.VisitEvent;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Ear;
import org.threefold.oversight.live.Teller;
import org.threefold.oversight.live.Teller.News;
import org.threefold.oversight.need.NeedStatus;
import org.threefold.oversight.project.ProjectStatus;
import org.threefold.oversight.trace.Hop;
import org.threefold.oversight.trace.Threads;

/**
 * Writes down what every fact has in common: its hop in a thread, its place in the live stream, and
 * how late it came.
 */
@Component
class Chronicle {

  private final Threads threads;
  private final Teller teller;
  private final Map<Topic, Timer> lags = new EnumMap<>(Topic.class);

  Chronicle(Threads threads, Teller teller, MeterRegistry meters) {
    this.threads = threads;
    this.teller = teller;
    for (Topic topic : Topic.values()) {
      lags.put(
          topic,
          Timer.builder("threefold.oversight.lag")
              .description("From when a fact was decided until it was folded and told")
              .tag("topic", topic.topicName())
              .publishPercentileHistogram()
              .register(meters));
    }
  }

  /** Writes a fact down, after its rows are folded, so that who is told of it finds them so. */
  <E extends Event> void write(E event, Cause.Heard cause) {
    write(List.of(new Ear.Fact<>(event, cause)));
  }

  /** The same for several facts, in their order. */
  <E extends Event> void write(List<Ear.Fact<E>> facts) {
    List<Hop> hops = new ArrayList<>();
    List<News> news = new ArrayList<>();
    for (Ear.Fact<E> fact : facts) {
      E event = fact.event();
      Hop hop = Hop.of(event, fact.cause().attributes(), statusAfter(event));
      if (isHopOfAThread(event)) {
        hops.add(hop);
      }
      news.add(new News(hop, event instanceof FundEvent.OfFund));
    }
    threads.append(hops);
    teller.tell(news);
    facts.forEach(fact -> measure(fact.event(), fact.cause()));
  }

  private void measure(Event event, Cause.Heard cause) {
    Duration late = Duration.between(cause.attributes().time(), cause.at());
    Timer lag = lags.get(Topic.of(event));
    if (lag != null && !late.isNegative()) {
      lag.record(late);
    }
  }

  private static @Nullable String statusAfter(Event event) {
    Enum<?> status =
        switch (event) {
          case NeedEvent it -> NeedStatus.after(it);
          case ProjectEvent.OfProject it -> ProjectStatus.after(it);
          case PurchaseGuidePublished _, PurchaserRegistered _, PurchaseItemListed _ -> null;
          case LowFeeProgrammeRegistered _, ProjectEvent.OfActivity _ -> null;
          case VisitEvent _, HelpRequestEvent _ -> null;
          case StationEvent _, FundEvent _, EvaluationEvent _ ->
              null; // They move no need or project.
          case CaseEvent _, SafeguardingEvent _ -> null; // What follows for a need is said of it.
          case ActivityEvent _ -> null; // What came of it is heard from project management.
        };
    return status == null ? null : status.name();
  }

  /** Threads are those of needs and projects; reference data and funds have none. */
  private static boolean isHopOfAThread(Event event) {
    return switch (event) {
      case NeedEvent _, ProjectEvent.OfProject _, FundEvent.OfProject _ -> true;
      case CaseEvent _ -> true; // It stands on the thread of its need.
      case SafeguardingEvent _ -> false;
      case EvaluationEvent.OfEvaluation _ -> true;
      case ArchiveItemExpected _, ArchiveItemFiled _, ArchiveCompletenessChanged _ -> true;
      case VisitEvent _, HelpRequestEvent _ -> false; // The need has a thread.
      case DivisionRegistered _, StationRegistered _, StationActivated _, StaffAssigned _ -> false;
      case OperatorRegistered _, OperatingContractSigned _, StationEvent.OfResource _ -> false;
      case ServiceItemListPublished _ -> false;
      case PurchaseGuidePublished _, PurchaserRegistered _, PurchaseItemListed _ -> false;
      case LowFeeProgrammeRegistered _, FundEvent.OfFund _, IndicatorSystemPublished _ -> false;
      case FundSourceRegistered _ -> false;
      case ProjectEvent.OfActivity _, ActivityEvent _ -> false;
    };
  }
}
