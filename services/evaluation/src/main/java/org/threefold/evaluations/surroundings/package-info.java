/** What evaluation knows of projects and of who runs units, learnt from what they say. */
@NullMarked
package org.threefold.evaluations.surroundings;

import org.jspecify.annotations.NullMarked;
