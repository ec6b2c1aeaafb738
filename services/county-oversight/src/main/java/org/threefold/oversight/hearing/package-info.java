/** What oversight hears, and what it does about each fact: fold, thread, tell. */
@NullMarked
package org.threefold.oversight.hearing;

import org.jspecify.annotations.NullMarked;
