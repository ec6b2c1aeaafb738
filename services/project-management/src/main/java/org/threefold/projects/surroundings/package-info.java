/** What other services have said that projects depend on. */
@NullMarked
package org.threefold.projects.surroundings;

import org.jspecify.annotations.NullMarked;
