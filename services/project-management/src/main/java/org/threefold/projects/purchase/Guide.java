package org.threefold.projects.purchase;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.events.ProjectEvent.PurchaseGuidePublished;

/** A version of the county's purchase guide (domain §1.G, G01), once it is published. */
record Guide(@Nullable PurchaseGuidePublished published) {

  static final Guide UNKNOWN = new Guide(null);

  List<PurchaseGuidePublished> publish(PurchaseGuidePublished wanted) {
    if (published != null) {
      throw new Refused("PROJ-015", wanted.guide());
    }
    return List.of(wanted);
  }

  Guide after(PurchaseGuidePublished event) {
    return new Guide(event);
  }
}
