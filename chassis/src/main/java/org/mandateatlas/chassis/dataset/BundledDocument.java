package org.mandateatlas.chassis.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mandateatlas.chassis.registry.DocumentType;

/**
 * A document of the bundled dataset.
 *
 * @param type its kind
 * @param id its id
 * @param file the file that it stands in
 * @param tree what stands there
 */
public record BundledDocument(DocumentType<?> type, String id, String file, ObjectNode tree) {}
