package org.threefold.wrong.need;

import org.springframework.beans.factory.annotation.Qualifier;

/** A command that knows Spring. */
record NeedCommand(@Qualifier("x") String note) {}
