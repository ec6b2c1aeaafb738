/**
 * What one would use instead, each doing the same work; this package is what they all stand on: a
 * fresh topic, the same fact, the same tables.
 */
@NullMarked
package org.threefold.bench.peers;

import org.jspecify.annotations.NullMarked;
