/** The one live stream of all facts, over HTTP, each reader seeing their own area. */
@NullMarked
package org.threefold.oversight.live;

import org.jspecify.annotations.NullMarked;
