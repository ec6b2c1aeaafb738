/** What stations offer to residents: the county's list of service items, version by version. */
@NullMarked
package org.threefold.stations.serviceitem;

import org.jspecify.annotations.NullMarked;
