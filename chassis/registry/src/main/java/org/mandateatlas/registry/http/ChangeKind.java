package org.mandateatlas.registry.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the world changed or the record is corrected. */
@Schema(description = "Whether the world changed or the record is corrected.")
enum ChangeKind {
    @Schema(description = "The world changed.")
    CHANGE,
    @Schema(description = "The record was wrong or incomplete and is corrected.")
    CORRECTION
}
