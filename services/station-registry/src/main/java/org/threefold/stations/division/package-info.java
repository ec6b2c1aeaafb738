/** Where in the county something is: the tree of county, towns and communities. */
@NullMarked
package org.threefold.stations.division;

import org.jspecify.annotations.NullMarked;
