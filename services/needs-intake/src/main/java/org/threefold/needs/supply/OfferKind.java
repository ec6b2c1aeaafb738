package org.threefold.needs.supply;

import java.util.List;
import java.util.Set;
import org.threefold.events.ClientGroup;
import org.threefold.events.NeedCategory;
import org.threefold.events.SupplierType;

/**
 * A kind of thing on offer: an item of the service list, a programme, a type of activity.
 *
 * @param kind its code or id; {@code *} for all that are not named
 * @param groups whom it is for, if that goes with the kind
 * @param answers the categories of need it is an answer to
 * @param helps those it only helps with
 */
record OfferKind(
    SupplierType type,
    String kind,
    Names names,
    List<ClientGroup> groups,
    Set<NeedCategory> answers,
    Set<NeedCategory> helps) {}
