/**
 * The stores of a benchmark, each in a process of its own, so that its processor time can be told
 * from that of the program that uses it.
 */
@NullMarked
package org.threefold.bench.servers;

import org.jspecify.annotations.NullMarked;
