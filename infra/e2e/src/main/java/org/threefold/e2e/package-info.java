/**
 * Stories over the whole county, played as its users would: over HTTP, each step as the person
 * whose step it is.
 */
@NullMarked
package org.threefold.e2e;

import org.jspecify.annotations.NullMarked;
