/**
 * What the harness of the benchmark can tell a measured program, and the load that all of them are
 * put under in the same way.
 */
@NullMarked
package org.threefold.bench.protocol;

import org.jspecify.annotations.NullMarked;
