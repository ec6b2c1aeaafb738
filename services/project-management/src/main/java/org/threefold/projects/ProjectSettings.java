package org.threefold.projects;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a county may set otherwise.
 *
 * @param answeredAfter a need counts as answered when its resident was told so long ago (domain
 *     §3.3.2, close)
 * @param claimKept so long a need stays claimed by a project that has not bundled it
 * @param answerWithin a plan is asked for again when the ledger has not answered for so long
 *     (domain §5.2, X21)
 * @param evaluationWithinDays work may start without an evaluation plan so many days after the
 *     contract was signed
 */
@ConfigurationProperties("projects")
public record ProjectSettings(
    @DefaultValue("7d") Duration answeredAfter,
    @DefaultValue("1m") Duration claimKept,
    @DefaultValue("15m") Duration answerWithin,
    @DefaultValue("30") int evaluationWithinDays) {}
