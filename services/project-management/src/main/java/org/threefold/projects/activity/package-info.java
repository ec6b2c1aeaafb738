/** What departments hold for residents, as they announce it themselves. */
@NullMarked
package org.threefold.projects.activity;

import org.jspecify.annotations.NullMarked;
