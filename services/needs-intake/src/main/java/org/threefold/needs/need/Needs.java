package org.threefold.needs.need;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.threefold.access.NotFound;
import org.threefold.access.Refused;
import org.threefold.events.CaseId;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedEvent;
import org.threefold.events.NeedId;
import org.threefold.events.ProjectId;
import org.threefold.events.StationId;
import org.threefold.events.UnplanCause;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.AggregateType;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Deadlines;
import org.threefold.messaging.Numbers;
import org.threefold.messaging.StaleVersion;
import org.threefold.messaging.Versioned;
import org.threefold.needs.need.NeedCommand.AnnounceMerge;
import org.threefold.needs.need.NeedCommand.Collect;
import org.threefold.needs.need.NeedCommand.EndCase;
import org.threefold.needs.need.NeedCommand.LetTimePass;
import org.threefold.needs.need.NeedCommand.MergeInto;
import org.threefold.needs.need.NeedCommand.NoteCaseOpened;
import org.threefold.needs.need.NeedCommand.Plan;
import org.threefold.needs.need.NeedCommand.RouteBy;
import org.threefold.needs.need.NeedCommand.Serve;
import org.threefold.needs.need.NeedCommand.Sort;
import org.threefold.needs.need.NeedCommand.StartService;
import org.threefold.needs.need.NeedCommand.Unplan;
import org.threefold.needs.need.NeedCommand.WithdrawMerge;
import org.threefold.needs.unit.UnitNumber;

/** The needs of the county. */
@Service
public class Needs {

  private static final String COLLECTION = "needs";
  private static final String LETTER = "N";

  /** So many open needs of a category are looked over, those with the lowest numbers. */
  private static final int OPEN_MAX = 1000;

  private static final int PAGE = 200;

  private final Aggregates<Need, NeedEvent> needs;
  private final Numbers numbers;
  private final Times times;
  private final Words words;
  private final CaseDesk cases;

  Needs(
      AggregateStores stores,
      MongoDatabase database,
      Numbers numbers,
      Deadlines deadlines,
      Times times,
      Words words,
      CaseDesk cases) {
    this.words = words;
    this.cases = cases;
    this.numbers = numbers;
    this.times = times;
    this.needs =
        stores.open(
            AggregateType.of(
                    COLLECTION,
                    Need.class,
                    new Need.Unknown(),
                    NeedEvent.class,
                    Need::after,
                    Need::division)
                .dueAt(Need::due));
    MongoCollection<Document> documents = database.getCollection(COLLECTION);
    documents.createIndex(new Document(Kin.FIELD, 1), new IndexOptions().unique(true).sparse(true));
    documents.createIndex(new Document(NeedQuery.DIVISION, 1).append("_id", 1));
    documents.createIndex(
        new Document(Filed.BY, 1).append("_id", 1),
        new IndexOptions()
            .partialFilterExpression(new Document(Filed.BY, new Document("$exists", true))));
    deadlines.watch(needs, this::letTimePass);
  }

  /** Gives the need its number and records it. */
  Versioned<Need> collect(Collect asked, Cause.Asked cause) {
    NeedId need = numbered(asked, cause);
    return needs.begin(
        need.value(), cause, new Deciding(need, asked, cause, times, sealing(need, asked)));
  }

  private NeedId numbered(Collect asked, Cause.Asked cause) {
    // What can never be recorded shall not take a number.
    Collecting.mustBeFit(asked);
    String series = UnitNumber.series(LETTER, asked.unit(), asked.collectedOn());
    return new NeedId(UnitNumber.of(series, numbers.next(series, cause)));
  }

  /** The number that this request gives, or has given, to a need that is raised so. */
  public NeedId numberOf(Raise raised, Cause.Asked cause) {
    return numbered(raised.collect(times, cause.at(), null, null), cause);
  }

  /** Records a need that came in by another door. */
  public NeedId raise(Raise raised, Cause.Asked cause) {
    return new NeedId(collect(raised.collect(times, cause.at(), null, null), cause).id());
  }

  /**
   * Goes on if a need may be raised so, of whomever it is.
   *
   * @throws Refused NEED-002, NEED-003, NEED-004, NEED-005, NEED-009
   */
  public void mustTake(Raise raised, Instant now) {
    Collect collect = raised.collect(times, now, null, null);
    Collecting.mustBeFit(collect);
    if (!collect.open() || !UnitNumber.canBeGivenBy(collect.unit())) {
      throw new Refused("NEED-002", collect.unit());
    }
  }

  /** Records a need that a program has filed. */
  public FiledNeed file(Raise raised, Filed as, Cause.Asked cause) {
    Versioned<Need> made = collect(raised.collect(times, cause.at(), null, as), cause);
    return FiledNeed.of((Recorded) made.state())
        .orElseThrow(() -> new IllegalStateException(made.id() + " was filed and is not"));
  }

  /** Gives the need its category, and looks for live needs that are alike. */
  Versioned<Need> sort(NeedId id, NeedCategory category, Cause.Asked cause) {
    return decide(id, cause, new Sort(category, alike(recorded(id), category)));
  }

  private List<NeedId> alike(Recorded need, NeedCategory category) {
    Bson kin = Kin.filter(need.origin().division(), category);
    return needs.page(kin, null, Kept.DUPLICATES_MAX).stream()
        .map(found -> (Recorded) found.state())
        .filter(other -> !other.need().equals(need.need()))
        .filter(other -> !Collections.disjoint(other.origin().groups(), need.origin().groups()))
        .map(Recorded::need)
        .toList();
  }

  /**
   * Merges a need into another.
   *
   * <p>Two needs that are merged into each other at once would both be lost. So each merge is
   * announced before the target is looked at, and a target that has announced one itself is
   * refused: of the merges of a ring, the last to announce sees another's announcement.
   */
  Versioned<Need> merge(NeedId id, NeedId into, Cause.Asked cause) {
    decide(id, cause.beside("announced"), new AnnounceMerge(into));
    try {
      return decide(id, cause, new MergeInto(into, target(into)));
    } catch (Refused | StaleVersion refused) {
      decide(id, cause.beside("withdrawn"), new WithdrawMerge());
      throw refused;
    }
  }

  private MergeInto.@Nullable Target target(NeedId into) {
    return find(into)
        .map(found -> (Recorded) found.state())
        .map(it ->
            new MergeInto.Target(it.origin().division(), it.status().isLive(), it.isMerging()))
        .orElse(null);
  }

  /**
   * Decides how a need goes on. One that becomes a case is routed first, in a write of its own that
   * holds all the case needs; then the case is opened. What breaks off in between is taken up again
   * when the need is due.
   */
  Versioned<Need> route(NeedId id, RouteBy command, Cause.Asked cause) {
    // A moment later, so that whoever tells both tells the route before the case.
    Instant then = cause.at().plusMillis(1);
    return opened(decide(id, cause, command), cause.beside("case", then));
  }

  private Versioned<Need> opened(Versioned<Need> need, Cause cause) {
    CaseOpening opening = ((Recorded) need.state()).opening();
    if (opening == null) {
      return need;
    }
    cases.open(opening, cause);
    return decide(opening.need(), cause, new NoteCaseOpened(opening.caseId()));
  }

  /** The need's case is over. */
  public void endCase(NeedId id, CaseId ended, boolean met, Cause cause) {
    decide(id, cause, new EndCase(ended, met));
  }

  /** Any command that looks at nothing but the need. */
  Versioned<Need> decide(NeedId id, Cause cause, NeedCommand command) {
    return needs.decide(
        id.value(), cause, new Deciding(id, command, cause, times, sealing(id, command)));
  }

  /** Who a need is of never changes, so it can be looked up before the decision. */
  private UnaryOperator<String> sealing(NeedId id, NeedCommand command) {
    if (command instanceof Collect it) {
      return words.sealing(id, it.resident());
    }
    return command.note() == null
        ? UnaryOperator.identity()
        : find(id)
            .map(found -> words.sealing(id, ((Recorded) found.state()).origin().resident()))
            .orElse(UnaryOperator.identity());
  }

  /** A project takes needs on. */
  public void plan(List<NeedId> ids, ProjectId project, Cause.Heard cause) {
    each(ids, new Plan(project), cause);
  }

  /** A project will not happen. */
  public void unplan(List<NeedId> ids, ProjectId project, UnplanCause why, Cause.Heard cause) {
    each(ids, new Unplan(project, why), cause);
  }

  /** A project begins. */
  public void startService(List<NeedId> ids, ProjectId project, Cause.Heard cause) {
    each(ids, new StartService(project), cause);
  }

  /** A project is done. */
  public void serve(List<NeedId> ids, ProjectId project, Cause.Heard cause) {
    each(ids, new Serve(project), cause);
  }

  /** One fact, several needs: each is a write of its own, once only; they share their rounds. */
  private void each(List<NeedId> ids, NeedCommand command, Cause.Heard cause) {
    Set<String> known = needs.findAll(ids.stream().map(NeedId::value).toList()).keySet();
    List<CompletableFuture<Versioned<Need>>> writes =
        ids.stream()
            .filter(id -> known.contains(id.value()))
            .map(id ->
                needs.submit(
                    id.value(),
                    cause,
                    new Deciding(id, command, cause, times, UnaryOperator.identity())))
            .toList();
    try {
      writes.forEach(CompletableFuture::join);
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException thrown ? thrown : failed;
    }
  }

  private void letTimePass(String id, Cause.Due cause) {
    opened(decide(new NeedId(id), cause, new LetTimePass(cause.at())), cause);
  }

  /** The need, if it was recorded; its words may be sealed. */
  Optional<Versioned<Need>> find(NeedId id) {
    return needs.find(id.value()).filter(it -> it.state() instanceof Recorded);
  }

  /** What anybody may know of the need, if it was recorded. */
  public Optional<Glance> glance(NeedId id) {
    return find(id).map(found -> Glance.of((Recorded) found.state()));
  }

  /** Whether there is such a need, and it was raised at this unit. */
  public boolean wasRaisedAt(NeedId id, StationId unit) {
    return find(id).filter(it -> ((Recorded) it.state()).origin().unit().equals(unit)).isPresent();
  }

  /** What whoever filed the need may know of it, if it was filed. */
  public Optional<FiledNeed> filed(NeedId id) {
    return find(id).flatMap(Needs::filed);
  }

  /** Those of the needs that were filed. At most 1000. */
  public List<FiledNeed> filed(Collection<NeedId> ids) {
    return needs.findAll(ids.stream().map(NeedId::value).toList()).values().stream()
        .flatMap(found -> filed(found).stream())
        .toList();
  }

  /** A page of needs that were filed, by id. */
  public List<FiledNeed> filed(FiledQuery query, @Nullable NeedId after, int limit) {
    return needs.page(query.filter(), after == null ? null : after.value(), limit).stream()
        .flatMap(found -> filed(found).stream())
        .toList();
  }

  private static Optional<FiledNeed> filed(Versioned<Need> found) {
    return found.state() instanceof Recorded it ? FiledNeed.of(it) : Optional.empty();
  }

  private Recorded recorded(NeedId id) {
    return find(id).map(found -> (Recorded) found.state()).orElseThrow(() -> new NotFound(id));
  }

  /** The needs of a category in a town that were analysed and have no answer yet. */
  public List<OpenNeed> open(DivisionCode town, NeedCategory category) {
    Bson filter = Kin.filter(town, category, List.of(Status.ANALYSED, Status.AWAITING_PROJECT));
    List<Versioned<Need>> open = new ArrayList<>(needs.page(filter, null, PAGE));
    int read = open.size();
    while (read == PAGE && open.size() < OPEN_MAX) {
      List<Versioned<Need>> page = needs.page(filter, open.getLast().id(), PAGE);
      open.addAll(page);
      read = page.size();
    }
    return open.stream().map(it -> OpenNeed.of((Recorded) it.state())).toList();
  }

  /** A page of needs by id. */
  List<Need> page(NeedQuery query, @Nullable NeedId after, int limit) {
    return needs.page(query.filter(), after == null ? null : after.value(), limit).stream()
        .map(Versioned::state)
        .toList();
  }
}
