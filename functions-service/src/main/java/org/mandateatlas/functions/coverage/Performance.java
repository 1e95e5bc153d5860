package org.mandateatlas.functions.coverage;

/**
 * A capacity as an institution has it on a day.
 *
 * @param function the function
 * @param capacity the capacity
 */
public record Performance(String function, CellCapacity capacity) {}
