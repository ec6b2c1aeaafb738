package org.threefold.funds.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Actor;
import org.threefold.access.Answer;
import org.threefold.access.May;
import org.threefold.access.Request;
import org.threefold.events.CharityId;
import org.threefold.events.FounderKind;
import org.threefold.events.FundId;
import org.threefold.events.GrantPurpose;
import org.threefold.events.PayerKind;
import org.threefold.events.ProjectId;

/** Community micro-funds over HTTP. */
@RestController
@RequestMapping("/api/v1/micro-funds")
class MicroFundHttp {

  /** What a founder or a member may be called: a code, in which no name can hide. */
  private static final String CODE = "[A-Z0-9][A-Z0-9-]{0,31}";

  /** What was signed with the charity. */
  record SignedAgreement(
      @NotBlank @Size(max = 120) String document,
      @NotBlank @Size(max = 400) String purpose,
      @NotBlank @Size(max = 400) String endConditions,
      @NotBlank @Size(max = 400) String residualUse,
      @NotNull LocalDate signedOn) {}

  /** Who founded it; a body, never a person. */
  record Founder(@NotNull FounderKind kind, @NotNull @Pattern(regexp = CODE) String code) {}

  /** Who sits on its committee, by reference. */
  record Member(@NotNull @Pattern(regexp = CODE) String ref, boolean resident) {}

  /** A fund that becomes a micro-fund. */
  record Founding(
      @NotNull FundId fund,
      @NotNull CharityId host,
      @NotNull @Valid SignedAgreement agreement,
      @NotNull @Size(max = 30) List<@NotNull @Valid Founder> founders,
      @NotNull @Size(max = 99) List<@NotNull @Valid Member> committee) {

    Charter charter() {
      return new Charter(
          host,
          agreement.document(),
          agreement.purpose(),
          agreement.endConditions(),
          agreement.residualUse(),
          agreement.signedOn(),
          founders.stream().map(it -> new Charter.Founder(it.kind(), it.code())).toList(),
          committee.stream().map(it -> new Charter.Member(it.ref(), it.resident())).toList());
    }
  }

  /** Money that was given, by what kind of giver; no name of anybody. */
  record Donation(
      long amountFen,
      @NotNull PayerKind donor,
      @NotNull @Pattern(regexp = FundHttp.REFERENCE) String ref) {}

  /** What one member said. */
  record Ballot(@NotNull @Pattern(regexp = CODE) String member, boolean yes) {}

  /** Money the committee voted on. */
  record Grant(
      long amountFen,
      @NotNull GrantPurpose purpose,
      @NotNull @Size(max = 99) List<@NotNull @Valid Ballot> votes,
      @Nullable ProjectId project) {}

  /** The year whose statement is published. */
  record Statement(@Min(2000) @Max(2999) int year) {}

  private final Micros micros;

  MicroFundHttp(Micros micros) {
    this.micros = micros;
  }

  @PostMapping
  @May("micro-fund.establish")
  ResponseEntity<MicroFundView> establish(@Valid @RequestBody Founding body, Request request) {
    var established =
        micros.decide(
            new MicroCommand.Establish(body.fund(), body.charter(), request.cause().at()),
            request.actor(),
            request.cause());
    return Answer.created(
        established, "/api/v1/micro-funds/" + established.id(), Function.identity());
  }

  @PostMapping("/{id}/donations")
  @May("micro-fund.donate")
  ResponseEntity<MicroFundView> donate(
      @PathVariable FundId id, @Valid @RequestBody Donation body, Request request) {
    return decided(
        new MicroCommand.Donate(
            id, body.amountFen(), body.donor(), body.ref(), request.cause().at()),
        request);
  }

  @PostMapping("/{id}/grants")
  @May("micro-fund.grant")
  ResponseEntity<MicroFundView> grant(
      @PathVariable FundId id, @Valid @RequestBody Grant body, Request request) {
    List<MicroCommand.Vote> votes =
        body.votes().stream().map(it -> new MicroCommand.Vote(it.member(), it.yes())).toList();
    return decided(
        new MicroCommand.Grant(
            id, body.amountFen(), body.purpose(), votes, body.project(), request.cause().at()),
        request);
  }

  @PostMapping("/{id}/statements")
  @May("micro-fund.publish")
  ResponseEntity<MicroFundView> publish(
      @PathVariable FundId id, @Valid @RequestBody Statement body, Request request) {
    return decided(new MicroCommand.Publish(id, body.year(), request.cause().at()), request);
  }

  @PostMapping("/{id}/end")
  @May("micro-fund.end")
  ResponseEntity<MicroFundView> end(@PathVariable FundId id, Request request) {
    return decided(new MicroCommand.End(id, request.cause().at()), request);
  }

  @GetMapping("/{id}")
  @May("micro-fund.read")
  ResponseEntity<MicroFundView> get(@PathVariable FundId id, Actor actor) {
    return Answer.of(micros.find(id, actor), Function.identity());
  }

  @GetMapping
  @May("micro-fund.read")
  List<MicroFundView> list(Actor actor) {
    return micros.all(actor);
  }

  private ResponseEntity<MicroFundView> decided(MicroCommand command, Request request) {
    return Answer.of(micros.decide(command, request.actor(), request.cause()), Function.identity());
  }
}
