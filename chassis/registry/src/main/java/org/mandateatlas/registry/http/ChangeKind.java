package org.mandateatlas.registry.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the world changed, or our knowledge of it is put right. */
@Schema(description = "Whether the world changed, or our knowledge of it is put right.")
enum ChangeKind {
    CHANGE,
    CORRECTION
}
