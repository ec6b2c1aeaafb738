package org.threefold.events;

/** What a line of a plan pays for (domain §8.4); the last seven are prohibited everywhere. */
public enum CostCode {
  PERSONNEL_SERVICE,
  ACTIVITY,
  MATERIAL,
  VENUE,
  TRAINING,
  SUPERVISION,
  EVALUATION,
  VOLUNTEER_INSURANCE,
  MANAGEMENT,
  SIGNAGE,
  TAX,
  HOSPITALITY,
  VEHICLE,
  BUILDING,
  OVERSEAS_TRIP,
  BONUS,
  CASH_BENEFIT,
  LABOUR_DISPATCH
}
