package org.mandateatlas.registry.citation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact stands, or which source says otherwise.
 *
 * @param source id of the source
 * @param locator the place in it: line, article, paragraph, page
 * @param stance whether the source supports the fact or contradicts it; supports unless said otherwise
 * @param statedValue what a contradicting source says instead
 */
@Schema(description = "Where a fact stands, or which source says otherwise.")
public record Citation(
        @Schema(description = "Id of the source.", examples = "newland-2004")
        String source,

        @Schema(description = "The place in the source.", examples = "lines 306-307", nullable = true) @Nullable String locator,

        @Schema(description = "Whether the source supports the fact or contradicts it.")
        Stance stance,

        @Schema(description = "What a contradicting source says instead.", nullable = true) @Nullable String statedValue) {

    /** Whether a source supports a fact or contradicts it. */
    @Schema(description = "Whether a source supports a fact or contradicts it.")
    public enum Stance {
        /** The source says so. */
        SUPPORTS,
        /** The source says otherwise. */
        CONTRADICTS
    }

    @SuppressWarnings({"NullAway", "ConstantValue"}) // readers of JSON leave out what is usual
    public Citation {
        stance = stance == null ? Stance.SUPPORTS : stance;
    }
}
