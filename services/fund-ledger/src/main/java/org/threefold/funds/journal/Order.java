package org.threefold.funds.journal;

import java.util.concurrent.CompletableFuture;
import org.threefold.messaging.Cause;

/** A command that waits to be decided, why, and where its answer goes. */
record Order<C>(C command, Cause cause, CompletableFuture<Receipt> answer) {}
