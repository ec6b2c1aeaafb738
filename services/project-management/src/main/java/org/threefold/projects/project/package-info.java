/** A service project, from first idea to closed file. */
@NullMarked
package org.threefold.projects.project;

import org.jspecify.annotations.NullMarked;
