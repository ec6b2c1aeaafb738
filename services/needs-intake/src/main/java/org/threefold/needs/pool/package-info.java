/** Needs of a town that are alike, put together so that one project can meet them. */
@NullMarked
package org.threefold.needs.pool;

import org.jspecify.annotations.NullMarked;
