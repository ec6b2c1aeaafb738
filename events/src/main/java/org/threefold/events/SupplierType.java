package org.threefold.events;

/** What a need can be matched with. */
public enum SupplierType {
  ITEM,
  ACTIVITY,
  LOWFEE,
  RESOURCE
}
