package org.threefold.needs.need;

import java.time.Instant;
import org.threefold.events.DeptCode;

/**
 * A department that was asked to meet a need.
 *
 * @param dueAt when it is to answer
 */
record Referral(DeptCode to, Instant dueAt) {}
