/** Who asks: signed tokens of the issuer, read into an actor, at the gate of every service. */
@NullMarked
package org.threefold.access.tokens;

import org.jspecify.annotations.NullMarked;
