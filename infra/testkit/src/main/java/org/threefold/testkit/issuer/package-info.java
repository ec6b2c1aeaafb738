/** What a test needs to come in through a gate. */
@NullMarked
package org.threefold.testkit.issuer;

import org.jspecify.annotations.NullMarked;
