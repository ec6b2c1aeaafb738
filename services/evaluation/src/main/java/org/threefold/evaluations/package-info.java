/** What residents, experts and government think of a project, and what follows from it. */
@NullMarked
package org.threefold.evaluations;

import org.jspecify.annotations.NullMarked;
