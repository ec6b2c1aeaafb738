/** The life of one need, and everything people and projects do to it. */
@NullMarked
package org.threefold.needs.need;

import org.jspecify.annotations.NullMarked;
