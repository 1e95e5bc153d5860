package org.mandateatlas.chassis.registry;

/** Something was committed to the log; fired after the commit, in the process that made it. */
public record Committed(String stream) {}
