/**
 * The same work as most tutorials do it: save, then send. Unsafe: who dies between the two has kept
 * a need of which nobody hears, and a send that fails later is only logged.
 */
@NullMarked
package org.threefold.bench.dualwrite;

import org.jspecify.annotations.NullMarked;
