package org.mandateatlas.torture.fault;

/**
 * A fault of a plan.
 *
 * @param atMillis when it begins, since the start of the load
 * @param kind its kind
 * @param target name of a component
 * @param durationMillis how long it lasts; 0 if it is an instant
 */
public record PlannedFault(long atMillis, FaultKind kind, String target, long durationMillis) {}
