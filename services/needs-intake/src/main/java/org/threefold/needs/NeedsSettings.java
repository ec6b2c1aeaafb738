package org.threefold.needs;

import java.time.Duration;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a county may set otherwise.
 *
 * @param autoCloseAfter a need closes by itself when the resident has not answered feedback so long
 *     (domain §3.6)
 * @param recordedWithinDays a need is recorded at most so many days after the resident spoke
 * @param sortWithin working days to sort a collected need in
 * @param analyseWithin working days to analyse a sorted need in
 * @param answerEscalationWithin working days for the town station to analyse or return what was
 *     escalated
 * @param answerReferralWithin working days for a department to answer a referral
 * @param feedBackWithin working days to tell the resident in after the service
 * @param bundleWithin how long a need may wait for a project
 * @param reopenWithin how long after its end a need may be taken up again
 */
@ConfigurationProperties("needs")
public record NeedsSettings(
    @DefaultValue("7d") Duration autoCloseAfter,
    @DefaultValue("366") int recordedWithinDays,
    @DefaultValue("2") int sortWithin,
    @DefaultValue("5") int analyseWithin,
    @DefaultValue("3") int answerEscalationWithin,
    @DefaultValue("5") int answerReferralWithin,
    @DefaultValue("5") int feedBackWithin,
    @DefaultValue("60d") Duration bundleWithin,
    @DefaultValue("30d") Duration reopenWithin) {

  public NeedsSettings {
    if (IntStream.of(
            sortWithin, analyseWithin, answerEscalationWithin, answerReferralWithin, feedBackWithin)
        .anyMatch(days -> days < 1)) {
      throw new IllegalArgumentException("Working days of needs.*-within are at least 1");
    }
  }
}
