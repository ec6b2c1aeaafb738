package org.threefold.stations.resource;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.threefold.access.NotFound;
import org.threefold.events.DivisionCode;
import org.threefold.events.ResourceId;
import org.threefold.events.ResourceKind;
import org.threefold.events.StationEvent.OfResource;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.AggregateType;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Numbers;
import org.threefold.messaging.Versioned;
import org.threefold.stations.resource.ResourceCommand.Draft;

/** The resources of the county. */
@Service
class Resources {

  private static final String HOME = "state.home";

  private final Aggregates<Resource, OfResource> resources;
  private final Numbers numbers;

  Resources(AggregateStores stores, Numbers numbers) {
    this.numbers = numbers;
    this.resources =
        stores.open(
            AggregateType.of(
                "resources",
                Resource.class,
                new Resource.Unknown(),
                OfResource.class,
                Resource::after,
                it -> it instanceof Resource.Registered known ? known.home() : null));
  }

  /** Gives the resource its number and registers it. */
  Versioned<Resource> register(Draft draft, Cause.Asked cause) {
    // What can never be registered shall not take a number.
    Resource.mustBeFit(draft);
    String series = "RS-" + draft.home();
    var id = new ResourceId(String.format("%s-%04d", series, numbers.next(series, cause)));
    var command = new ResourceCommand.Register(id, draft);
    return resources.begin(id.value(), cause, it -> it.decide(command));
  }

  Versioned<Resource> withdraw(ResourceId id, Cause.Asked cause) {
    if (find(id).isEmpty()) {
      throw new NotFound(id);
    }
    return resources.decide(id.value(), cause, it -> it.decide(new ResourceCommand.Withdraw()));
  }

  Optional<Versioned<Resource>> find(ResourceId id) {
    return resources.find(id.value()).filter(it -> it.state() instanceof Resource.Registered);
  }

  /** A page of those that can be had and help there: of the place itself, or of what lies above. */
  List<Resource> helping(
      DivisionCode place, @Nullable ResourceKind kind, @Nullable String after, int limit) {
    return page(above(place), kind, after, limit);
  }

  /** A page of those that can be had and help anywhere in the area. */
  List<Resource> within(
      DivisionCode area, @Nullable ResourceKind kind, @Nullable String after, int limit) {
    var below = new Document(HOME, Pattern.compile("^" + area));
    return page(new Document("$or", List.of(below, above(area))), kind, after, limit);
  }

  private List<Resource> page(
      Document where, @Nullable ResourceKind kind, @Nullable String after, int limit) {
    Document filter = where.append("state.withdrawn", false);
    if (kind != null) {
      filter.append("state.kind", kind.name());
    }
    return resources.page(filter, after, limit).stream().map(Versioned::state).toList();
  }

  /** Those of the place and of the divisions it lies in, as far as resources belong to such. */
  private static Document above(DivisionCode place) {
    String digits = place.value();
    List<String> homes =
        IntStream.of(6, 9)
            .filter(it -> it <= digits.length())
            .mapToObj(it -> digits.substring(0, it))
            .toList();
    return new Document(HOME, new Document("$in", homes));
  }
}
