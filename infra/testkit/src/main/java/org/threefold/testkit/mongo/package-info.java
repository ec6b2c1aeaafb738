/** A MongoDB stand-in in this JVM, in memory or durable. */
@NullMarked
package org.threefold.testkit.mongo;

import org.jspecify.annotations.NullMarked;
