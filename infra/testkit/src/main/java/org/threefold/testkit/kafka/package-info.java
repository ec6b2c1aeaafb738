/** A real Kafka in this JVM. */
@NullMarked
package org.threefold.testkit.kafka;

import org.jspecify.annotations.NullMarked;
