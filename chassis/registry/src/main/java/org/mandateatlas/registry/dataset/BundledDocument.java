package org.mandateatlas.registry.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mandateatlas.registry.DocumentType;

/**
 * A document of the bundled dataset.
 *
 * @param type its type
 * @param id its id
 * @param file its file
 * @param tree its content
 */
public record BundledDocument(DocumentType<?> type, String id, String file, ObjectNode tree) {}
