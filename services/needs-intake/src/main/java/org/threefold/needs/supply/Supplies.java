package org.threefold.needs.supply;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Service;
import org.threefold.events.ActivityId;
import org.threefold.events.NeedCategory;
import org.threefold.events.ProgrammeState;
import org.threefold.events.ProjectEvent.DepartmentActivityAccepted;
import org.threefold.events.ProjectEvent.DepartmentActivityRevised;
import org.threefold.events.ProjectEvent.LowFeeProgrammeRegistered;
import org.threefold.events.ResourceId;
import org.threefold.events.StationEvent.ResourceUnitRegistered;
import org.threefold.events.StationEvent.ServiceItemListPublished;
import org.threefold.events.SupplierType;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Known;
import org.threefold.messaging.Versioned;

/**
 * What is on offer: the county's service items, programmes, departments' activities and resources,
 * as they are heard of.
 */
@Service
public class Supplies {

  /** So many of a type are looked at for one need. */
  private static final int LOOKED_AT_MAX = 1000;

  private static final int PAGE = 200;

  /** A county's code is so long, and what lies in it begins with it. */
  private static final int COUNTY_DIGITS = 6;

  private final OfferKinds kinds = OfferKinds.known();
  private final Known<Programme> programmes;
  private final Known<Activity> activities;
  private final Known<Resource> resources;
  private final Known<ItemLists> itemLists;

  Supplies(AggregateStores stores, MongoDatabase database) {
    this.programmes = stores.known("programmes", Programme.class);
    this.activities = stores.known("activities", Activity.class);
    this.resources = stores.known("resources", Resource.class);
    this.itemLists = stores.known("service-item-lists", ItemLists.class);
    database.getCollection("activities").createIndex(new Document("state.endAt", 1));
    database.getCollection("resources").createIndex(new Document("state.home", 1));
  }

  /** A programme exists. */
  public void learn(LowFeeProgrammeRegistered it, Cause.Heard cause) {
    programmes.learn(it.programme().value(), cause, _ -> Programme.of(it));
  }

  /** A department will hold an activity. */
  public void learn(DepartmentActivityAccepted it, Cause.Heard cause) {
    activities.learn(it.activity().value(), cause, _ -> Activity.of(it.plan()));
  }

  /** A department holds it otherwise. */
  public void learn(DepartmentActivityRevised it, Cause.Heard cause) {
    activities.learn(it.activity().value(), cause, _ -> Activity.of(it.plan()));
  }

  /** An activity is not held, or not any more. */
  public void end(ActivityId activity, Cause.Heard cause) {
    activities.learn(activity.value(), cause, known -> known == null ? null : known.end());
  }

  /** Somebody or something can help. */
  public void learn(ResourceUnitRegistered it, Cause.Heard cause) {
    resources.learn(it.resource().value(), cause, _ -> Resource.of(it));
  }

  /** A resource cannot be had any more. */
  public void withdraw(ResourceId resource, Cause.Heard cause) {
    resources.learn(resource.value(), cause, known -> known == null ? null : known.withdraw());
  }

  /** The county says what its stations offer. */
  public void learn(ServiceItemListPublished it, Cause.Heard cause) {
    Instant published = cause.attributes().time();
    itemLists.learn(it.county().value(), cause, known -> ItemLists.with(known, it, published));
  }

  /** Whether a need can be matched with this. */
  public Availability availability(SupplierType type, String supplier, Wanted wanted) {
    return switch (type) {
      case ITEM ->
          itemLists(wanted)
              .flatMap(it -> it.item(supplier, wanted.day()))
              .map(it -> ItemLists.availability(it, wanted))
              .orElse(Availability.NEVER);
      case LOWFEE ->
          programmes.find(supplier).map(it -> it.availability(wanted)).orElse(Availability.NEVER);
      case ACTIVITY ->
          activities.find(supplier).map(it -> it.availability(wanted)).orElse(Availability.NEVER);
      case RESOURCE ->
          resources.find(supplier).map(it -> it.availability(wanted)).orElse(Availability.NEVER);
    };
  }

  /** What could answer a need of this category, the best first; at most so many. */
  public List<Suggestion> suggest(NeedCategory category, Wanted wanted, int limit) {
    List<Offer> offers =
        Stream.of(items(wanted), programmes(wanted), activities(wanted), resources(wanted))
            .flatMap(List::stream)
            .toList();
    return Ranking.of(offers, category, wanted).stream().limit(limit).toList();
  }

  private Optional<ItemLists> itemLists(Wanted wanted) {
    return itemLists.find(county(wanted));
  }

  private List<Offer> items(Wanted wanted) {
    return itemLists(wanted).map(it -> it.on(wanted.day())).orElse(List.of()).stream()
        .map(it -> ItemLists.offer(it, wanted))
        .toList();
  }

  private List<Offer> programmes(Wanted wanted) {
    List<String> alive = List.of(ProgrammeState.RUNNING.name(), ProgrammeState.DESIGNED.name());
    Bson filter = new Document("state.state", new Document("$in", alive));
    return all(programmes, filter).stream()
        .map(it -> it.state().offer(kinds.programme(it.id()), wanted))
        .toList();
  }

  private List<Offer> activities(Wanted wanted) {
    Bson filter =
        new Document("state.endAt", new Document("$gt", Date.from(wanted.at())))
            .append("state.over", false);
    return all(activities, filter).stream()
        .map(it -> it.state().offer(it.id(), kinds.activity(it.state().type()), wanted))
        .toList();
  }

  private List<Offer> resources(Wanted wanted) {
    String town = wanted.division().town().value();
    List<String> homes = List.of(town, county(wanted));
    Bson filter =
        new Document("state.home", new Document("$in", homes)).append("state.withdrawn", false);
    return all(resources, filter).stream().map(it -> it.state().offer(wanted)).toList();
  }

  private static String county(Wanted wanted) {
    return wanted.division().value().substring(0, COUNTY_DIGITS);
  }

  private static <T> List<Versioned<T>> all(Known<T> known, Bson filter) {
    List<Versioned<T>> all = new ArrayList<>(known.page(filter, null, PAGE));
    int read = all.size();
    while (read == PAGE && all.size() < LOOKED_AT_MAX) {
      List<Versioned<T>> page = known.page(filter, all.getLast().id(), PAGE);
      all.addAll(page);
      read = page.size();
    }
    return all;
  }
}
