/** The projects as the county sees them, with their money, score and file. */
@NullMarked
package org.threefold.oversight.project;

import org.jspecify.annotations.NullMarked;
