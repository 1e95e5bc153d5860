package org.mandateatlas.functions.coverage;

/**
 * A capacity of an institution on a day.
 *
 * @param function the function
 * @param capacity the capacity
 */
public record Performance(String function, CellCapacity capacity) {}
