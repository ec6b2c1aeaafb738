package org.threefold.projects.programme;

import com.mongodb.client.model.Filters;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
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
import org.threefold.events.ClientGroup;
import org.threefold.events.ProgrammeId;
import org.threefold.events.ProgrammeState;
import org.threefold.events.ProjectEvent.LowFeeProgrammeRegistered;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.AggregateType;
import org.threefold.messaging.Aggregates;

/** Low-fee programmes over HTTP; they are the whole county's, so every reader sees all. */
@RestController
@RequestMapping("/api/v1/programmes")
class ProgrammeHttp {

  private final Aggregates<Programme, LowFeeProgrammeRegistered> programmes;

  ProgrammeHttp(AggregateStores stores) {
    this.programmes =
        stores.open(
            AggregateType.of(
                "programmes",
                Programme.class,
                Programme.UNKNOWN,
                LowFeeProgrammeRegistered.class,
                Programme::after,
                _ -> null));
  }

  /** A programme, running or only designed. */
  record NewProgramme(
      @NotNull ProgrammeId programme,
      @NotBlank @Size(max = 60) String name,
      @NotNull ClientGroup group,
      @NotNull ProgrammeState state,
      @Nullable @Positive Long unitCostFen,
      @Nullable @PositiveOrZero Long tariffFen) {}

  @PostMapping
  @May("programme.register")
  ResponseEntity<LowFeeProgrammeRegistered> register(
      @Valid @RequestBody NewProgramme body, Request request) {
    var wanted =
        new LowFeeProgrammeRegistered(
            body.programme(),
            body.name(),
            body.group(),
            body.state(),
            body.unitCostFen(),
            body.tariffFen());
    var made =
        programmes.decide(
            body.programme().value(), request.cause(), known -> known.register(wanted));
    return Answer.created(made, "/api/v1/programmes/" + body.programme(), ProgrammeHttp::shown);
  }

  @GetMapping("/{programme}")
  @May("programme.read")
  LowFeeProgrammeRegistered one(@PathVariable ProgrammeId programme) {
    return programmes
        .find(programme.value())
        .map(it -> it.state().registered())
        .orElseThrow(() -> new NotFound(programme));
  }

  @GetMapping
  @May("programme.read")
  List<LowFeeProgrammeRegistered> list(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return programmes.page(Filters.exists("state.registered"), after, limit).stream()
        .map(it -> shown(it.state()))
        .toList();
  }

  private static LowFeeProgrammeRegistered shown(Programme programme) {
    return Objects.requireNonNull(programme.registered());
  }
}
