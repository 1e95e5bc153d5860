package org.mandateatlas.registry;

/** Something was committed to the log; fired after the commit, in the process that made it. */
public record RevisionCommitted(String stream) {}
