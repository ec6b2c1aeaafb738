/** The same work with Spring Modulith's event publication registry and Kafka externalization. */
@NullMarked
package org.threefold.bench.modulith;

import org.jspecify.annotations.NullMarked;
