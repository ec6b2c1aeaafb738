package org.threefold.stations.serviceitem;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Answer;
import org.threefold.access.May;
import org.threefold.access.NotFound;
import org.threefold.access.Request;
import org.threefold.calendar.CountyTime;
import org.threefold.events.ClientGroup;
import org.threefold.events.ItemCode;
import org.threefold.events.ItemMethod;
import org.threefold.events.NeedCategory;
import org.threefold.events.StationEvent.ServiceItem;
import org.threefold.stations.StationSettings;
import org.threefold.stations.serviceitem.ServiceItemLists.Draft;
import org.threefold.stations.serviceitem.ServiceItemLists.Published;

/** The lists of service items over HTTP; the bureau publishes them, everybody reads them. */
@RestController
@RequestMapping(ServiceItemHttp.PATH)
class ServiceItemHttp {

  static final String PATH = "/api/v1/service-item-lists";

  private final ServiceItems items;
  private final StationSettings settings;
  private final Clock clock;

  ServiceItemHttp(ServiceItems items, StationSettings settings, Clock clock) {
    this.items = items;
    this.settings = settings;
    this.clock = clock;
  }

  /** A list to be published: all that is offered from that day on. */
  record NewList(
      @NotNull LocalDate effectiveFrom,
      @NotEmpty @Size(max = 200) List<@NotNull @Valid NewItem> items) {}

  /** An item of it; what it helps with may be left out. */
  record NewItem(
      @NotNull ItemCode item,
      @NotBlank @Size(max = 60) String name,
      @Nullable @Size(min = 1, max = 120) String englishName,
      @NotEmpty @Size(max = 4) List<@NotNull ItemMethod> methods,
      @NotEmpty @Size(max = 20) List<@NotNull ClientGroup> groups,
      @NotBlank @Size(max = 10) String unit,
      @NotNull @Size(max = 16) List<@NotNull NeedCategory> answers,
      @Nullable @Size(max = 16) List<@NotNull NeedCategory> helps) {

    ServiceItem said() {
      List<NeedCategory> mere =
          (helps == null ? List.<NeedCategory>of() : helps)
              .stream().distinct().filter(it -> !answers.contains(it)).toList();
      return new ServiceItem(
          item,
          name,
          englishName,
          methods.stream().distinct().toList(),
          groups.stream().distinct().toList(),
          unit,
          answers.stream().distinct().toList(),
          mere);
    }
  }

  /**
   * A list as its readers see it.
   *
   * @param until its last day; null as long as no other follows
   */
  record ListView(
      int version, LocalDate effectiveFrom, @Nullable LocalDate until, List<ServiceItem> items) {

    static ListView of(Published it, ServiceItemLists all) {
      return new ListView(it.version(), it.effectiveFrom(), all.until(it), it.items());
    }
  }

  /** A list without its items. */
  record ListSummary(int version, LocalDate effectiveFrom, @Nullable LocalDate until, int items) {}

  @PostMapping
  @May("service-item.publish")
  ResponseEntity<ListView> publish(@Valid @RequestBody NewList body, Request request) {
    request.mustCover(settings.county(), settings.county());
    var draft =
        new Draft(
            settings.county(),
            body.effectiveFrom(),
            body.items().stream().map(NewItem::said).toList(),
            CountyTime.dayOf(request.cause().at()));
    var made = items.publish(draft, request.cause());
    // Another list may have followed before the same request came again.
    Published published = made.state().on(body.effectiveFrom()).orElseThrow();
    return Answer.created(made, PATH + "/" + published.version(), it -> ListView.of(published, it));
  }

  @GetMapping
  @May("service-item.read")
  List<ListSummary> list() {
    ServiceItemLists all = items.of(settings.county());
    return all.published().stream()
        .map(it ->
            new ListSummary(it.version(), it.effectiveFrom(), all.until(it), it.items().size()))
        .toList();
  }

  @GetMapping("/current")
  @May("service-item.read")
  ListView current(@RequestParam(required = false) @Nullable LocalDate on) {
    LocalDate day = on == null ? CountyTime.dayOf(clock.instant()) : on;
    ServiceItemLists all = items.of(settings.county());
    return all.on(day).map(it -> ListView.of(it, all)).orElseThrow(() -> new NotFound(day));
  }

  @GetMapping("/{version}")
  @May("service-item.read")
  ListView one(@PathVariable int version) {
    ServiceItemLists all = items.of(settings.county());
    return all.version(version)
        .map(it -> ListView.of(it, all))
        .orElseThrow(() -> new NotFound(version));
  }
}
