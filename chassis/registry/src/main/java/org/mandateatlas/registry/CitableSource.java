package org.mandateatlas.registry;

/** A document that others cite and that needs no citation itself. */
public interface CitableSource {}
