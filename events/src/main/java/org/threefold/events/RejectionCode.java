package org.threefold.events;

/** Why a payment was sent back by somebody who may approve it. */
public enum RejectionCode {
  EVIDENCE_MISSING,
  WORK_NOT_DONE,
  AMOUNT_WRONG,
  PAYEE_WRONG,
  DISPUTED
}
