/** The county's units: the general station, the town stations and the community rooms. */
@NullMarked
package org.threefold.stations.station;

import org.jspecify.annotations.NullMarked;
