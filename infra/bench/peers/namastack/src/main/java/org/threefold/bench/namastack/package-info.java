/** The same work with namastack-outbox on PostgreSQL. */
@NullMarked
package org.threefold.bench.namastack;

import org.jspecify.annotations.NullMarked;
