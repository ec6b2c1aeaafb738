package org.threefold.funds.ledger;

import org.threefold.events.ContractId;
import org.threefold.events.DeptCode;
import org.threefold.events.OperatorId;

/** Who is paid for a project, by whose order and how much. */
record Contract(ContractId id, OperatorId payee, DeptCode purchaser, long amountFen) {}
