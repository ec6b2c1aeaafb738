/** The visit log of a unit: who came for what, and what came of it. */
@NullMarked
package org.threefold.needs.visit;

import org.jspecify.annotations.NullMarked;
