/**
 * Measures side by side: one command, the same broker, stores, load and bytes for all, a gate after
 * each block, and a sheet at the end.
 */
@NullMarked
package org.threefold.bench.harness;

import org.jspecify.annotations.NullMarked;
