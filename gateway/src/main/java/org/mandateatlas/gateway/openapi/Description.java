package org.mandateatlas.gateway.openapi;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The schema of any machine-readable description. */
@Schema(
        type = SchemaType.OBJECT,
        description = "A machine-readable description.",
        additionalProperties = Schema.True.class)
interface Description {}
