/** The register of the county: its divisions, units, agencies and files. */
@NullMarked
package org.threefold.stations;

import org.jspecify.annotations.NullMarked;
