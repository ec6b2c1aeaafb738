package org.threefold.wrong.unmarked;

/** In a package without {@code package-info.java}. */
class Unmarked {}
