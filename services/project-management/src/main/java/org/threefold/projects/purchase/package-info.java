/** What departments may buy: the guide, the purchasers, their list. */
@NullMarked
package org.threefold.projects.purchase;

import org.jspecify.annotations.NullMarked;
