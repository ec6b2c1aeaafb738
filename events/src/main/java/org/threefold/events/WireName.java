package org.threefold.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name and version an event has outside Java; it survives every renaming of the class. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WireName {

  /** Without the prefix {@code org.threefold.}: for instance {@code need.collected.v1}. */
  String value();
}
