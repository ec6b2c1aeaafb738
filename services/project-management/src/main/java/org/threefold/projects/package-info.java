/**
 * Project management: from a department's purchase list and residents' needs to a closed project.
 */
@NullMarked
package org.threefold.projects;

import org.jspecify.annotations.NullMarked;
