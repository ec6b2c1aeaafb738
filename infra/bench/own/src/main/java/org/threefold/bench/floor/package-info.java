/**
 * The least that anybody could do: our input and output with the raw drivers and the best batches,
 * no framework, no mapping, no rules.
 */
@NullMarked
package org.threefold.bench.floor;

import org.jspecify.annotations.NullMarked;
