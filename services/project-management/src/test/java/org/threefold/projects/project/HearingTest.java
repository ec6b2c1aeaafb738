package org.threefold.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.projects.project.Story.APPROVED;
import static org.threefold.projects.project.Story.BUNDLED;
import static org.threefold.projects.project.Story.DESIGNED;
import static org.threefold.projects.project.Story.EXPIRES;
import static org.threefold.projects.project.Story.FUNDED;
import static org.threefold.projects.project.Story.HELD;
import static org.threefold.projects.project.Story.INITIATED;
import static org.threefold.projects.project.Story.NEEDS;
import static org.threefold.projects.project.Story.NOON;
import static org.threefold.projects.project.Story.PROJECT;
import static org.threefold.projects.project.Story.REQUESTED;
import static org.threefold.projects.project.Story.SELECTED;
import static org.threefold.projects.project.Story.SUBMITTED;
import static org.threefold.projects.project.Story.after;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threefold.events.EvaluationId;
import org.threefold.events.Grade;
import org.threefold.events.ProjectEvent.OfProject;
import org.threefold.events.ProjectEvent.ProjectCancelled;
import org.threefold.events.ProjectEvent.ProjectFundingFailed;
import org.threefold.events.ReservationId;
import org.threefold.projects.project.ProjectCommand.Conclude;
import org.threefold.projects.project.ProjectCommand.HoldMoney;
import org.threefold.projects.project.ProjectCommand.LoseHold;
import org.threefold.projects.project.ProjectCommand.LoseMoney;
import org.threefold.projects.project.ProjectCommand.MissMoney;
import org.threefold.projects.project.ProjectCommand.News;

class HearingTest {

  private static final HoldMoney HOLD = new HoldMoney(HELD, 1, EXPIRES);
  private static final MissMoney MISS = new MissMoney(1, List.of("FUND-006"));
  private static final LoseHold LOSE = new LoseHold(HELD);
  private static final ProjectFundingFailed FAILED =
      new ProjectFundingFailed(PROJECT, 1, List.of("FUND-006"));
  private static final ProjectFundingFailed EXPIRED =
      new ProjectFundingFailed(PROJECT, 1, List.of(Hearing.EXPIRED));

  private static final OfProject[] REQUESTING = {INITIATED, BUNDLED, DESIGNED, REQUESTED};

  @Test
  void held_money_funds_the_project_that_waits_for_it() {
    assertThat(after(REQUESTING).hear(HOLD)).containsExactly(FUNDED);
  }

  @Test
  void a_rejected_plan_goes_back_to_design_and_keeps_why() {
    assertThat(after(REQUESTING).hear(MISS)).containsExactly(FAILED);
    Begun project = (Begun) after(REQUESTING).after(FAILED);
    assertThat(project.status()).isEqualTo(Status.DESIGNED);
    assertThat(project.money().failures()).containsExactly("FUND-006");
    assertThat(project.needs()).isEqualTo(NEEDS);
  }

  @Test
  void what_is_said_of_an_old_plan_changes_nothing() {
    assertThat(after(REQUESTING).hear(new HoldMoney(HELD, 2, EXPIRES))).isEmpty();
    assertThat(after(REQUESTING).hear(new MissMoney(0, List.of("FUND-008")))).isEmpty();
  }

  @Test
  void a_hold_that_runs_out_before_the_decision_goes_back_to_design() {
    assertThat(after(REQUESTING).after(FUNDED).hear(LOSE)).containsExactly(EXPIRED);
    assertThat(after(REQUESTING).after(FUNDED).after(SUBMITTED).hear(LOSE))
        .containsExactly(EXPIRED);
    assertThat(after(REQUESTING).after(FUNDED).hear(new LoseHold(new ReservationId("R-0"))))
        .isEmpty();
  }

  @Test
  void an_approval_waits_for_what_the_ledger_makes_of_an_expired_hold() {
    Project approved = after(REQUESTING).after(FUNDED).after(SUBMITTED).after(APPROVED);
    assertThat(approved.hear(LOSE)).isEmpty();
    assertThat(approved.hear(HOLD)).isEmpty();
    assertThat(approved.hear(MISS)).containsExactly(FAILED);
    Begun annulled = (Begun) approved.after(SELECTED).after(FAILED);
    assertThat(annulled.status()).isEqualTo(Status.DESIGNED);
    assertThat(annulled.purchase().undertaker()).isNull();
    assertThat(annulled.review().panel()).isNull();
  }

  @Test
  void money_the_bank_took_back_annuls_even_an_approval() {
    LoseMoney lose = new LoseMoney(HELD);
    var reversed = new ProjectFundingFailed(PROJECT, 1, List.of(Hearing.REVERSED));
    Project approved = after(REQUESTING).after(FUNDED).after(SUBMITTED).after(APPROVED);
    assertThat(approved.hear(lose)).containsExactly(reversed);
    assertThat(approved.after(reversed).hear(lose)).isEmpty();
    assertThat(approved.hear(new LoseMoney(new ReservationId("R-0")))).isEmpty();
  }

  @Test
  void a_plan_without_an_answer_is_asked_for_again_as_it_was() {
    Project asked = after(REQUESTING).askedAt(NOON);
    assertThat(asked.askAgainAt(Duration.ofMinutes(15))).isEqualTo(NOON.plusSeconds(900));
    assertThat(asked.askAgain()).containsExactly(REQUESTED);
    Project again = asked.after(REQUESTED).askedAt(NOON.plusSeconds(900));
    assertThat(again.askAgainAt(Duration.ofMinutes(15))).isEqualTo(NOON.plusSeconds(1800));
    assertThat(again.hear(HOLD)).containsExactly(FUNDED);
  }

  @Test
  void an_answered_plan_is_not_asked_for_again() {
    for (OfProject answer : List.of(FUNDED, FAILED)) {
      Project answered = after(REQUESTING).askedAt(NOON).after(answer);
      assertThat(answered.askAgainAt(Duration.ofMinutes(15))).isNull();
      assertThat(answered.askAgain()).isEmpty();
      assertThat(answered.askedAt(NOON)).isEqualTo(answered);
    }
  }

  @Test
  void everything_twice_or_late_is_silence() {
    Project funded = after(REQUESTING).after(FUNDED);
    assertThat(funded.hear(HOLD)).isEmpty();
    assertThat(funded.hear(MISS)).isEmpty();
    Project cancelled = after(REQUESTING).after(new ProjectCancelled(PROJECT, NEEDS));
    for (News news : List.of(HOLD, MISS, LOSE, new LoseMoney(HELD), conclude())) {
      assertThat(cancelled.hear(news)).isEmpty();
      assertThat(new Project.Unknown().hear(news)).isEmpty();
    }
  }

  @Test
  void a_grade_before_acceptance_changes_nothing() {
    assertThat(after(REQUESTING).hear(conclude())).isEmpty();
  }

  private static Conclude conclude() {
    return new Conclude(new EvaluationId("E-1"), new BigDecimal("83.65"), Grade.GOOD);
  }
}
