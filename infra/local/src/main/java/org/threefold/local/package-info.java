/**
 * The whole county in one JVM: broker, store, issuer and the six services, started by one command.
 */
@NullMarked
package org.threefold.local;

import org.jspecify.annotations.NullMarked;
