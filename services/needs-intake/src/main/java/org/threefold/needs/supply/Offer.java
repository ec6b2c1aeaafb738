package org.threefold.needs.supply;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedCategory;
import org.threefold.events.SupplierType;

/**
 * Something on offer, as it is weighed for a need.
 *
 * @param answers the categories of need it is an answer to
 * @param helps those it only helps with
 * @param heldIn where; none is the whole county
 * @param availability whether it can be had for this need
 * @param begins when; null if it runs already
 */
record Offer(
    SupplierType type,
    String supplier,
    Names names,
    Set<NeedCategory> answers,
    Set<NeedCategory> helps,
    List<ClientGroup> groups,
    List<DivisionCode> heldIn,
    Availability availability,
    @Nullable Instant begins) {}
