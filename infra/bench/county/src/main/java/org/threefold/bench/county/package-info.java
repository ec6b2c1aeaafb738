/**
 * The whole county as a process of its own, measured from outside: how fast and how large it
 * starts, what it answers over HTTP, and what its readers see.
 */
@NullMarked
package org.threefold.bench.county;

import org.jspecify.annotations.NullMarked;
