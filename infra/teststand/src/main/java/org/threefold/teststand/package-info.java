/** One service on a real broker and a store in memory, for tests that meet it from outside. */
@NullMarked
package org.threefold.teststand;

import org.jspecify.annotations.NullMarked;
