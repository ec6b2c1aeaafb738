/** What the tests of other modules need to come in through the gate. */
@NullMarked
package org.threefold.access.testing;

import org.jspecify.annotations.NullMarked;
