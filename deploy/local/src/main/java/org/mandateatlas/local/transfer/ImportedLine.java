package org.mandateatlas.local.transfer;

/**
 * A document of an imported file.
 *
 * @param number its line in the file, from 1
 * @param document the document as JSON, without the fields that the registry sets
 */
record ImportedLine(long number, String document) {}
