package org.threefold.projects.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Answer;
import org.threefold.access.May;
import org.threefold.access.Request;
import org.threefold.access.Role;
import org.threefold.calendar.CountyTime;
import org.threefold.events.ContractId;
import org.threefold.events.OperatorId;
import org.threefold.events.ProjectId;
import org.threefold.events.PurchaseMethod;
import org.threefold.messaging.Numbers;
import org.threefold.projects.project.ProjectCommand.SelectUndertaker;
import org.threefold.projects.project.ProjectCommand.SignContract;
import org.threefold.projects.surroundings.Surroundings;

/** Buying over HTTP: the purchaser chooses an undertaker and signs. */
@RestController
@RequestMapping("/api/v1/projects/{id}")
class PurchasingHttp {

  private static final Set<Role> PURCHASER = Set.of(Role.PURCHASER);
  private static final long MOST_FEN = 100_000_000_000L;

  private final Projects projects;
  private final Surroundings surroundings;
  private final Numbers numbers;

  PurchasingHttp(Projects projects, Surroundings surroundings, Numbers numbers) {
    this.projects = projects;
    this.surroundings = surroundings;
    this.numbers = numbers;
  }

  /** Who was chosen, how, and why this way. */
  record Selection(
      @NotNull OperatorId undertaker,
      @NotNull PurchaseMethod method,
      @Nullable @Size(max = 1000) String reason) {}

  /** What is signed; without an amount, the whole budget. */
  record NewContract(
      @Nullable @Max(MOST_FEN) Long amountFen,
      @NotNull LocalDate start,
      @NotNull LocalDate end,
      @Nullable Boolean multiYearJustified,
      @Nullable Boolean subcontractAllowed) {}

  @PostMapping("/select-undertaker")
  @May("project.select-undertaker")
  ResponseEntity<ProjectView> select(
      @PathVariable ProjectId id, @Valid @RequestBody Selection body, Request request) {
    LocalDate today = CountyTime.dayOf(request.cause().at());
    return Answer.of(
        projects.ask(
            id,
            request,
            PURCHASER,
            _ ->
                new SelectUndertaker(
                    body.undertaker(),
                    body.method(),
                    body.reason(),
                    surroundings.isRegistered(body.undertaker()),
                    surroundings.barredUntil(body.undertaker(), today))),
        ProjectView::of);
  }

  @PostMapping("/sign-contract")
  @May("project.contract")
  ResponseEntity<ProjectView> sign(
      @PathVariable ProjectId id, @Valid @RequestBody NewContract body, Request request) {
    LocalDate today = CountyTime.dayOf(request.cause().at());
    return Answer.of(
        projects.ask(
            id,
            request,
            PURCHASER,
            project ->
                new SignContract(
                    number(today, request),
                    body.amountFen(),
                    body.start(),
                    body.end(),
                    Boolean.TRUE.equals(body.multiYearJustified()),
                    Boolean.TRUE.equals(body.subcontractAllowed()),
                    today,
                    surroundings.standing(id).committed(),
                    barredUntil(project, today))),
        ProjectView::of);
  }

  private @Nullable LocalDate barredUntil(Begun project, LocalDate today) {
    OperatorId undertaker = project.purchase().undertaker();
    return undertaker == null ? null : surroundings.barredUntil(undertaker, today);
  }

  private ContractId number(LocalDate today, Request request) {
    long number = numbers.next("contract-" + today.getYear(), request.cause());
    return new ContractId(String.format("PC-%d-%04d", today.getYear(), number));
  }
}
