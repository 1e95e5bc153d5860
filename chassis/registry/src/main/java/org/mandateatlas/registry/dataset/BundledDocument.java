package org.mandateatlas.registry.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mandateatlas.registry.DocumentType;

/**
 * A document of the bundled dataset.
 *
 * @param type its kind
 * @param id its id
 * @param file the file that it stands in
 * @param tree what stands there
 */
public record BundledDocument(DocumentType<?> type, String id, String file, ObjectNode tree) {}
