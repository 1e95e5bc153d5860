package org.mandateatlas.gateway.search;

/**
 * A word of a text, folded.
 *
 * @param text the word without case, accents and punctuation
 * @param start where it begins in the text
 * @param end where it ends there
 */
record Word(String text, int start, int end) {}
