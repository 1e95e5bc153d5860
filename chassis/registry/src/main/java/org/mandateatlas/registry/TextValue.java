package org.mandateatlas.registry;

/**
 * A name or a text of a document.
 *
 * @param pointer its JSON pointer
 * @param text the text
 */
public record TextValue(String pointer, String text) {}
