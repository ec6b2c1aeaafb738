package org.threefold.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.testkit.Eventually.eventually;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.threefold.access.Role;
import org.threefold.events.ClientGroup;
import org.threefold.events.CostCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundId;
import org.threefold.events.ProjectEvent.FundingLine;
import org.threefold.events.ProjectEvent.ProjectApproved;
import org.threefold.events.ProjectEvent.ProjectFundingRequested;
import org.threefold.events.ProjectEvent.ProjectRejected;
import org.threefold.events.ProjectId;
import org.threefold.events.Purpose;
import org.threefold.events.ReservationId;
import org.threefold.events.Topic;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Said;
import org.threefold.teststand.Stand;

/**
 * What comes too late, twice, or while something else happens (domain §5.2): X1 to X4, X12 and X21,
 * over topics and HTTP. X7 and X11, with the rest of X12, are in {@link MoneyComesBackIT}.
 */
class RacesIT {

  private static final Stand COUNTER =
      Stand.start(FundLedgerApplication.class, "fund-ledger", Map.of("funds.snapshot-every", 3));
  private static final String FINANCE = COUNTER.token(Role.FINANCE, "511523");
  private static final Duration HOLD = Duration.ofDays(30);
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final FundId fund = opened();
  private final ProjectId project =
      new ProjectId("P-2026-511523100-%04d".formatted(NUMBERS.incrementAndGet()));

  @AfterAll
  static void stop() {
    COUNTER.close();
  }

  private static Answer post(String path, String body) {
    return COUNTER.post(FINANCE, "/api/v1" + path, body);
  }

  /** With 100 fen in it. */
  private static FundId opened() {
    Answer opened =
        post(
            "/funds",
            """
            {"name":"养老","type":"CA_ELDERLY","owner":"CAB","fiscalYear":2026,"division":"511523"}\
            """);
    FundId fund = new FundId(opened.text("/id"));
    Answer paidIn =
        post(
            "/funds/" + fund + "/contributions",
            "{\"amountFen\":100,\"payer\":\"FISCAL\",\"ref\":\"R-1\"}");
    assertThat(paidIn.status()).as(paidIn.body()).isEqualTo(200);
    return fund;
  }

  private void asks(ProjectId who, int version, long fen) {
    COUNTER.heard(
        new ProjectFundingRequested(
            who,
            version,
            List.of(new FundingLine(fund, fen, Purpose.SERVICE_PROJECT, CostCode.ACTIVITY)),
            fen,
            List.of(ClientGroup.ELDER),
            new DivisionCode("511523100")));
  }

  private void isApproved(int version) {
    COUNTER.heard(
        new ProjectApproved(
            project,
            new ReservationId("R-" + project + "-" + version),
            3,
            new BigDecimal("82.00")));
  }

  /** A hold that nobody decides on runs out, and the clock goes back. */
  private void runsOut() {
    COUNTER.clock().advance(HOLD);
    eventually(() -> assertThat(said(project)).last().isEqualTo("funding.expired.v1"));
    COUNTER.clock().advance(HOLD.negated());
  }

  /** The wire names of what the ledger said of the project, in order. */
  private static List<String> said(ProjectId who) {
    return COUNTER.said(Topic.FUNDS).stream()
        .filter(it -> it.key().equals(who.value()))
        .map(Said::type)
        .map(type -> type.substring("org.threefold.".length()))
        .toList();
  }

  /** H, C and A of the fund. */
  private void stands(long held, long committed, long available) {
    var now = COUNTER.get(FINANCE, "/api/v1/funds/" + fund).json();
    assertThat(
            List.of(
                now.at("/heldFen").asLong(-1),
                now.at("/committedFen").asLong(-1),
                now.at("/availableFen").asLong(-1)))
        .containsExactly(held, committed, available);
  }

  @Test
  void x1_a_plan_that_was_too_large_is_planned_again() {
    asks(project, 1, 101);
    asks(project, 2, 100);
    stands(100, 0, 0);
    eventually(() ->
        assertThat(said(project)).containsExactly("funding.rejected.v1", "funding.reserved.v1"));
  }

  @Test
  void x2_what_ran_out_is_asked_for_again() {
    asks(project, 1, 100);
    runsOut();
    stands(0, 0, 100);
    asks(project, 2, 90);
    stands(90, 0, 10);
  }

  @Test
  void x3_an_approval_after_the_hold_ran_out_finds_the_money_still_there() {
    asks(project, 1, 100);
    runsOut();
    isApproved(1);
    stands(0, 100, 0);
    eventually(() ->
        assertThat(said(project))
            .containsExactly(
                "funding.reserved.v1",
                "funding.expired.v1",
                "funding.reserved.v1",
                "funding.committed.v1"));
  }

  @Test
  void x3_an_approval_after_the_hold_ran_out_finds_the_money_gone() {
    asks(project, 1, 100);
    runsOut();
    asks(new ProjectId("P-2026-511523100-9999"), 1, 1);
    isApproved(1);
    stands(1, 0, 99);
    eventually(() -> assertThat(said(project)).last().isEqualTo("funding.rejected.v1"));
    isApproved(1);
    stands(1, 0, 99);
  }

  @Test
  void x3_an_approval_before_the_hold_runs_out_leaves_nothing_to_run_out() {
    asks(project, 1, 100);
    isApproved(1);
    COUNTER.clock().advance(HOLD);
    try {
      stands(0, 100, 0);
      // Something else happens, so whatever is due is decided by now.
      asks(new ProjectId("P-2026-511523100-9998"), 1, 1);
      stands(0, 100, 0);
    } finally {
      COUNTER.clock().advance(HOLD.negated());
    }
    assertThat(said(project)).doesNotContain("funding.expired.v1");
  }

  @Test
  void x4_after_the_panel_said_no_an_approval_promises_nothing() {
    asks(project, 1, 100);
    COUNTER.heard(
        new ProjectRejected(project, new ReservationId("R-" + project + "-1"), 3, List.of()));
    stands(0, 0, 100);
    isApproved(1);
    stands(0, 0, 100);
    eventually(() ->
        assertThat(said(project)).containsExactly("funding.reserved.v1", "funding.released.v1"));
  }

  @Test
  void x12_what_is_promised_stays_promised_when_the_bank_takes_the_money_back() {
    asks(project, 1, 60);
    isApproved(1);
    Answer reversed = post("/funds/" + fund + "/reverse-contribution", "{\"ref\":\"R-1\"}");
    assertThat(reversed.text("/status")).isEqualTo("FROZEN");
    stands(0, 60, -60);
    eventually(() -> assertThat(said(project)).last().isEqualTo("funding.committed.v1"));
  }

  @Test
  void x12_an_approval_that_comes_after_it_finds_the_hold_given_back() {
    asks(project, 1, 60);
    assertThat(post("/funds/" + fund + "/reverse-contribution", "{\"ref\":\"R-1\"}").status())
        .isEqualTo(200);
    isApproved(1);
    stands(0, 0, 0);
    eventually(() -> assertThat(said(project)).last().isEqualTo("funding.released.v1"));
  }

  @Test
  void x21_a_request_published_again_is_answered_once() {
    asks(project, 1, 60);
    asks(project, 1, 60);
    COUNTER.restart();
    asks(project, 1, 60);
    stands(60, 0, 40);
    isApproved(1);
    asks(project, 1, 60);
    stands(0, 60, 40);
    eventually(() ->
        assertThat(said(project)).containsExactly("funding.reserved.v1", "funding.committed.v1"));
  }
}
