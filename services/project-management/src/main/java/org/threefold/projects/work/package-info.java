/** The needs that wait for a project, and which project has claimed which. */
@NullMarked
package org.threefold.projects.work;

import org.jspecify.annotations.NullMarked;
