package org.threefold.stations.resource;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Actor;
import org.threefold.access.Answer;
import org.threefold.access.May;
import org.threefold.access.NotFound;
import org.threefold.access.Request;
import org.threefold.calendar.CountyTime;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedCategory;
import org.threefold.events.ResourceId;
import org.threefold.events.ResourceKind;
import org.threefold.stations.division.Division;
import org.threefold.stations.division.Divisions;

/** The resources over HTTP; everybody sees those that help in their area. */
@RestController
@RequestMapping(ResourceHttp.PATH)
class ResourceHttp {

  static final String PATH = "/api/v1/resources";

  private final Resources resources;
  private final Divisions divisions;

  ResourceHttp(Resources resources, Divisions divisions) {
    this.resources = resources;
    this.divisions = divisions;
  }

  /** A resource to be registered; its names are said to everybody. */
  record NewResource(
      @NotBlank @Size(max = 40) String kind,
      @NotNull DivisionCode home,
      @NotBlank @Size(max = 60) String name,
      @Nullable @Size(min = 1, max = 120) String englishName,
      @NotEmpty @Size(max = 16) List<@NotNull NeedCategory> categories,
      @NotEmpty @Size(max = 20) List<@NotNull ClientGroup> groups) {}

  @PostMapping
  @May("resource.register")
  ResponseEntity<Resource> register(@Valid @RequestBody NewResource body, Request request) {
    request.mustCover(body.home(), body.home());
    var draft =
        new ResourceCommand.Draft(
            body.kind(),
            body.home(),
            divisions.find(body.home()).map(Division.Registered::validFrom).orElse(null),
            CountyTime.dayOf(request.cause().at()),
            body.name(),
            body.englishName(),
            body.categories(),
            body.groups());
    var made = resources.register(draft, request.cause());
    return Answer.created(made, PATH + "/" + made.id(), Function.identity());
  }

  @PostMapping("/{id}/withdraw")
  @May("resource.withdraw")
  ResponseEntity<Resource> withdraw(@PathVariable ResourceId id, Request request) {
    request.mustCover(id.home(), id);
    return Answer.of(resources.withdraw(id, request.cause()), Function.identity());
  }

  @GetMapping("/{id}")
  @May("resource.read")
  ResponseEntity<Resource> one(@PathVariable ResourceId id, Actor actor) {
    return resources
        .find(id)
        .filter(_ -> helpsIn(id.home(), actor))
        .map(found -> Answer.of(found, Function.<Resource>identity()))
        .orElseThrow(() -> new NotFound(id));
  }

  @GetMapping
  @May("resource.read")
  List<Resource> list(
      @RequestParam(required = false) @Nullable DivisionCode town,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      Actor actor) {
    ResourceKind only = kind == null ? null : Resource.kindOf(kind);
    if (town == null) {
      return resources.within(actor.area(), only, after, limit);
    }
    if (!helpsIn(town, actor)) {
      throw new NotFound(town);
    }
    return resources.helping(town, only, after, limit);
  }

  /** What belongs to a place helps in all that lies in it, and somewhere in what it lies in. */
  private static boolean helpsIn(DivisionCode place, Actor actor) {
    return actor.covers(place) || place.covers(actor.area());
  }
}
