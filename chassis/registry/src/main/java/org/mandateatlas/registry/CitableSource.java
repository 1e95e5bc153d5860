package org.mandateatlas.registry;

/** A document that others cite; it needs no citation itself. */
public interface CitableSource {}
