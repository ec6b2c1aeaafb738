package org.threefold.bench.own;

/**
 * What came of a fact.
 *
 * @param times how often it took effect, which should be 1
 */
public record Effect(int times) {}
