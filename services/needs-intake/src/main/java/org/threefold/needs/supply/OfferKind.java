package org.threefold.needs.supply;

import java.util.Set;
import org.threefold.events.NeedCategory;
import org.threefold.events.SupplierType;

/**
 * A kind of thing on offer: a programme, a type of activity.
 *
 * @param kind its code or id; {@code *} for all that are not named
 * @param answers the categories of need it is an answer to
 * @param helps those it only helps with
 */
record OfferKind(
    SupplierType type,
    String kind,
    Names names,
    Set<NeedCategory> answers,
    Set<NeedCategory> helps) {}
