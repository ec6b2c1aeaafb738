package org.threefold.events;

/** Why a need will not be met (domain §8.8). */
public enum DeclineReason {
  OUT_OF_SCOPE,
  STATUTORY_DUTY_ELSEWHERE,
  NO_CONSENT,
  DUPLICATE_SERVED,
  UNFOUNDED,
  ILLEGAL
}
