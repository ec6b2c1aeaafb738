package org.threefold.wrong.common;

/** In a package that is named after nothing. */
class Drawer {}
