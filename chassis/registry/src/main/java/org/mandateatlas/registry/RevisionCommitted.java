package org.mandateatlas.registry;

/** Fired in this process after a revision was committed. */
public record RevisionCommitted(String stream) {}
