/** The file of each project: what must be in it, and what is. */
@NullMarked
package org.threefold.stations.archive;

import org.jspecify.annotations.NullMarked;
