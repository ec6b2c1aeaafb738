/** The Open311 GeoReport v2 door, by which a hotline or an app files needs and follows them. */
@NullMarked
package org.threefold.needs.open311;

import org.jspecify.annotations.NullMarked;
