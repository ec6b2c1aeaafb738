/**
 * What every service needs to say and to hear: aggregates, their outbox and relay, and the inbound
 * side.
 */
@NullMarked
package org.threefold.messaging;

import org.jspecify.annotations.NullMarked;
