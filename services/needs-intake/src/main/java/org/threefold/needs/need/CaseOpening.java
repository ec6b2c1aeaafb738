package org.threefold.needs.need;

import java.time.LocalDate;
import org.threefold.events.CaseId;
import org.threefold.events.NeedId;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;

/**
 * What a need hands to the case it becomes.
 *
 * @param unit the town station whose case it is
 * @param client who the need is of
 * @param worker the reference of the social worker who will lead it
 * @param consentOn the day of the written consent
 * @param openedBy stands for who routed the need so
 */
public record CaseOpening(
    CaseId caseId,
    NeedId need,
    StationId unit,
    ResidentRef client,
    String worker,
    LocalDate consentOn,
    ConsentBy consentBy,
    String openedBy) {}
