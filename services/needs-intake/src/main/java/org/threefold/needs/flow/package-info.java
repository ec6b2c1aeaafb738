/** The ways of working, as they are published: who takes which step, from where to where. */
@NullMarked
package org.threefold.needs.flow;

import org.jspecify.annotations.NullMarked;
