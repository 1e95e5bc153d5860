package org.mandateatlas.gateway.changes;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The schema of a stream's name; the contract adds the names of all streams. */
@Schema(type = SchemaType.STRING, description = "A stream: the log of one document type.")
interface StreamName {}
