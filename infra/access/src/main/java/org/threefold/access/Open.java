package org.threefold.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Anybody may ask this, without a token: stands in the place of {@link May}, and only reads. The
 * path must be one of {@code threefold.access.open-paths} as well, or the gate lets nobody through.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Open {}
