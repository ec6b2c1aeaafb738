/**
 * Looks at what a county keeps and has said, with nothing but the drivers of MongoDB and Kafka, and
 * tells what does not fit together. It shares no code with the services it checks.
 */
@NullMarked
package org.threefold.e2e.checking;

import org.jspecify.annotations.NullMarked;
