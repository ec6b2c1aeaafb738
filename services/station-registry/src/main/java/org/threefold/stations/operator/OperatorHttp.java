package org.threefold.stations.operator;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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
import org.threefold.access.Answer;
import org.threefold.access.May;
import org.threefold.access.NotFound;
import org.threefold.access.Request;
import org.threefold.calendar.CountyTime;
import org.threefold.events.ContractId;
import org.threefold.events.DivisionCode;
import org.threefold.events.OperatorId;
import org.threefold.events.OperatorOrigin;
import org.threefold.events.PurchaseMethod;
import org.threefold.events.StationId;
import org.threefold.messaging.Numbers;
import org.threefold.stations.operator.Operators.Terms;
import org.threefold.stations.station.Stations;

/** The agencies over HTTP; they are the whole county's, so every reader sees all. */
@RestController
@RequestMapping("/api/v1/operators")
class OperatorHttp {

  private final Operators operators;
  private final Stations stations;
  private final Numbers numbers;

  OperatorHttp(Operators operators, Stations stations, Numbers numbers) {
    this.operators = operators;
    this.stations = stations;
    this.numbers = numbers;
  }

  /** An agency: its unified social credit code, or OP-… while that is not known. */
  record NewOperator(
      @NotNull OperatorId operator,
      @NotBlank @Size(max = 80) String name,
      @NotNull OperatorOrigin origin,
      @NotNull DivisionCode from) {}

  /** A contract to run units from the start day to the end day. */
  record NewContract(
      @NotEmpty @Size(max = 50) List<@NotNull StationId> stations,
      @NotNull LocalDate start,
      @NotNull LocalDate end,
      @NotNull PurchaseMethod method,
      @PositiveOrZero @Max(100_000_000_000L) long feeFen) {}

  @PostMapping
  @May("operator.register")
  ResponseEntity<Operator> register(@Valid @RequestBody NewOperator body, Request request) {
    var made =
        operators.register(
            body.operator(), body.name(), body.origin(), body.from(), false, request.cause());
    return Answer.created(made, "/api/v1/operators/" + body.operator(), Function.identity());
  }

  @PostMapping("/{id}/sign-contract")
  @May("operator.contract")
  ResponseEntity<Operator> sign(
      @PathVariable OperatorId id, @Valid @RequestBody NewContract body, Request request) {
    for (StationId station : body.stations()) {
      request.mustCover(station.division(), station);
      stations.mustExist(station);
    }
    int year = CountyTime.dayOf(request.cause().at()).getYear();
    long number = numbers.next("operating-contract-" + year, request.cause());
    var contract = new ContractId(String.format("OC-%d-%04d", year, number));
    List<StationId> units = body.stations().stream().distinct().toList();
    var terms = new Terms(contract, units, body.start(), body.end(), body.method(), body.feeFen());
    return Answer.of(operators.sign(id, terms, request.cause()), Function.identity());
  }

  @GetMapping("/{id}")
  @May("operator.read")
  ResponseEntity<Operator> one(@PathVariable OperatorId id) {
    return operators
        .versioned(id)
        .map(found -> Answer.of(found, Function.<Operator>identity()))
        .orElseThrow(() -> new NotFound(id));
  }

  @GetMapping
  @May("operator.read")
  List<Operator> list(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return operators.page(after, limit);
  }
}
