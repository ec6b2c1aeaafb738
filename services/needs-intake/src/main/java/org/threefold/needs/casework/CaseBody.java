package org.threefold.needs.casework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.threefold.events.CaseCloseReason;
import org.threefold.events.CaseMethod;
import org.threefold.events.CaseReceiver;
import org.threefold.events.RiskLevel;

/** The bodies of the commands, as they come in. */
final class CaseBody {

  private static final int WORDS_MAX = 2000;
  private static final int LIST_MAX = 20;

  private CaseBody() {}

  /** A talk with the client. */
  record Interview(@NotNull LocalDate on, @NotBlank @Size(max = WORDS_MAX) String text) {}

  /** What the worker knows after the talks. */
  record Assess(
      @NotNull @Size(max = LIST_MAX) List<@NotNull @Valid Interview> interviews,
      @NotBlank @Size(max = WORDS_MAX) String problem,
      @NotBlank @Size(max = WORDS_MAX) String strengths,
      @NotNull RiskLevel risk) {}

  /** What is to be reached, how it is seen, and by when. */
  record Goal(
      @NotBlank @Size(max = WORDS_MAX) String text,
      @NotNull @Size(max = WORDS_MAX) String measure,
      @NotNull LocalDate by) {}

  /** What the client has or has not signed. */
  record Plan(
      @NotNull @Size(max = LIST_MAX) List<@NotNull @Valid Goal> goals,
      @NotNull LocalDate from,
      @NotNull LocalDate until,
      @NotNull Boolean signed) {}

  /** The same anew, and why. */
  record RevisePlan(
      @NotNull @Size(max = LIST_MAX) List<@NotNull @Valid Goal> goals,
      @NotNull LocalDate from,
      @NotNull LocalDate until,
      @NotNull Boolean signed,
      @NotBlank @Size(max = WORDS_MAX) String reason) {}

  /** What was done, when, how and how long. */
  record Intervene(
      @NotNull LocalDate on,
      @NotNull CaseMethod method,
      @NotNull Integer minutes,
      @NotBlank @Size(max = WORDS_MAX) String text) {}

  /** A score for each goal of the plan, and the client's own. */
  record Evaluate(
      @NotNull @Size(max = LIST_MAX) List<@NotNull Integer> scores,
      @NotNull Integer clientScore,
      @NotBlank @Size(max = WORDS_MAX) String text) {}

  /** Why it ends. */
  record Close(@NotNull CaseCloseReason reason, @NotBlank @Size(max = WORDS_MAX) String note) {}

  /** Nothing but the signature. */
  record Countersign() {}

  /** Who takes the client on, and what they have to know. */
  record Refer(
      @NotNull CaseReceiver receiver,
      @NotBlank @Size(max = WORDS_MAX) String to,
      @NotNull Boolean consent,
      @NotBlank @Size(max = WORDS_MAX) String summary) {}

  /** Why it breaks off. */
  record StopEarly(@NotNull CaseCloseReason reason, @NotBlank @Size(max = WORDS_MAX) String note) {}

  /** What was found after the end. */
  record FollowUp(
      @NotNull Integer months,
      @NotNull LocalDate on,
      @NotNull Boolean lasts,
      @NotBlank @Size(max = WORDS_MAX) String text) {}
}
