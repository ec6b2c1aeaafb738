package org.threefold.stations.serviceitem;

import org.springframework.stereotype.Service;
import org.threefold.events.DivisionCode;
import org.threefold.events.StationEvent.ServiceItemListPublished;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.AggregateType;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Versioned;
import org.threefold.stations.serviceitem.ServiceItemLists.Draft;

/** The county's lists of service items. */
@Service
class ServiceItems {

  private final Aggregates<ServiceItemLists, ServiceItemListPublished> lists;

  ServiceItems(AggregateStores stores) {
    this.lists =
        stores.open(
            AggregateType.of(
                "service-item-lists",
                ServiceItemLists.class,
                ServiceItemLists.NONE,
                ServiceItemListPublished.class,
                ServiceItemLists::after,
                ServiceItemLists::county));
  }

  Versioned<ServiceItemLists> publish(Draft draft, Cause.Asked cause) {
    return lists.decide(draft.county().value(), cause, it -> it.publish(draft));
  }

  /** All that this county has published. */
  ServiceItemLists of(DivisionCode county) {
    return lists.find(county.value()).map(Versioned::state).orElse(ServiceItemLists.NONE);
  }
}
