package org.mandateatlas.chassis.registry;

/** A document that others cite; it needs no citation itself. */
public interface CitableSource {}
