package org.mandateatlas.functions.coverage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of gap: no institution fills a function, a mandate has no capacity, or a capacity has no mandate. */
@Schema(
        description =
                "Kind of gap: no institution fills a function, a mandate has no capacity, or a capacity has no mandate.")
public enum GapKind {
    FUNCTION,
    CAPACITY,
    MANDATE
}
