package org.mandateatlas.registry;

/**
 * A document in the body of a batch.
 *
 * @param number its line in the body, from 1
 * @param text the document as JSON
 */
public record BatchLine(int number, byte[] text) {}
