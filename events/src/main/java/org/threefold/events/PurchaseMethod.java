package org.threefold.events;

/** How an undertaker was chosen (domain §8.8). */
public enum PurchaseMethod {
  OPEN_TENDER,
  COMPETITIVE_CONSULTATION,
  COMPETITIVE_NEGOTIATION,
  SINGLE_SOURCE,
  DIRECT_BELOW_LIMIT
}
