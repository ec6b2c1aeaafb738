/** A story of facts, and the service running on a real broker to hear it. */
@NullMarked
package org.threefold.oversight.testing;

import org.jspecify.annotations.NullMarked;
