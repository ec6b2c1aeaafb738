package org.threefold.needs.need;

import org.threefold.events.SupplierType;

/** Something on offer that fits a need, and is or is not enough. */
record Matched(SupplierType supplierType, String supplier, boolean sufficient) {

  boolean isSameSupplier(Matched other) {
    return supplierType == other.supplierType && supplier.equals(other.supplier);
  }
}
