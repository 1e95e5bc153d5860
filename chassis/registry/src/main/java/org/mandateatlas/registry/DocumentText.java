package org.mandateatlas.registry;

/**
 * A name or a text of a document.
 *
 * @param pointer its JSON pointer
 * @param text the text
 */
public record DocumentText(String pointer, String text) {}
