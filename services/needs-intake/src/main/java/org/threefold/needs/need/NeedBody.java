package org.threefold.needs.need;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.AgeBand;
import org.threefold.events.Channel;
import org.threefold.events.ClientGroup;
import org.threefold.events.DeclineReason;
import org.threefold.events.DeptCode;
import org.threefold.events.DisputeReason;
import org.threefold.events.FeedbackChannel;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedId;
import org.threefold.events.ReopenReason;
import org.threefold.events.ResidentRef;
import org.threefold.events.ReturnReason;
import org.threefold.events.StationId;
import org.threefold.events.SupplierType;

/** The bodies of the commands, as they come in. */
final class NeedBody {

  private static final int WORDS_MAX = 2000;

  private NeedBody() {}

  /** A resident asks; without a reference the resident gets a new one. */
  record Collect(
      @NotNull StationId unit,
      @NotNull Channel channel,
      @NotNull AgeBand ageBand,
      @NotNull @Size(max = 10) List<@NotNull ClientGroup> groups,
      @NotNull @Size(max = WORDS_MAX) String text,
      @NotNull LocalDate collectedOn,
      @Nullable ResidentRef residentRef) {}

  /** What it is about. */
  record Sort(@NotNull NeedCategory category) {}

  /** Which need goes on for both. */
  record MergeInto(@NotNull NeedId into) {}

  /** Which town station takes it. */
  record Escalate(@NotNull StationId to) {}

  /** Why it goes back. */
  record ReturnToRoom(@NotNull ReturnReason reason, @Nullable @Size(max = WORDS_MAX) String note) {}

  /** How pressing, how large, how feasible, and what shows it. */
  record Analyse(
      @Min(1) @Max(4) int urgency,
      @Min(1) @Max(1_000_000) int persons,
      @Min(0) @Max(5) int feasibility,
      @NotBlank @Size(max = WORDS_MAX) String evidence) {}

  /** What fits. */
  record Match(
      @NotNull SupplierType supplierType,
      @NotBlank @Size(max = 64) String supplier,
      @NotNull Boolean sufficient) {}

  /**
   * How it goes on; a referral names the department and the resident's consent, a case its worker
   * and the written consent.
   */
  record Route(
      @NotNull org.threefold.events.Route route,
      @Nullable DeptCode to,
      @Nullable Boolean consent,
      @Nullable @Size(max = WORDS_MAX) String note,
      @Nullable @Pattern(regexp = "[A-Z]{1,8}-[A-Za-z0-9-]{1,32}") String worker,
      @Nullable LocalDate consentOn,
      @Nullable ConsentBy consentBy) {}

  /** Whether the department has met the need. */
  record AnswerReferral(@NotNull Boolean accepted, @Nullable @Size(max = WORDS_MAX) String note) {}

  /** What was done. */
  record Complete(@Nullable @Size(max = WORDS_MAX) String note) {}

  /** Why not, and how to appeal. */
  record Decline(
      @NotNull DeclineReason reason, @NotBlank @Size(max = WORDS_MAX) String appealNote) {}

  /** What the resident was told, when and how. */
  record GiveFeedback(
      @NotNull FeedbackChannel channel,
      @NotNull LocalDate on,
      @NotBlank @Size(max = WORDS_MAX) String text) {}

  /** What the resident thinks of it, 1 to 5 if anything. */
  record Confirm(@Nullable @Min(1) @Max(5) Integer rating) {}

  /** What the resident does not agree with. */
  record Dispute(@NotNull DisputeReason reason, @NotBlank @Size(max = WORDS_MAX) String text) {}

  /** Why it is taken up again. */
  record Reopen(@NotNull ReopenReason reason, @NotBlank @Size(max = WORDS_MAX) String note) {}
}
