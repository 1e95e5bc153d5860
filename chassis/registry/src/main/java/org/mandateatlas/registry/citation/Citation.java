package org.mandateatlas.registry.citation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.openapi.Term;

/**
 * A source of a fact, or a source that contradicts it.
 *
 * @param source id of the source
 * @param locator the place in it: line, article, paragraph, page
 * @param stance whether the source supports the fact or contradicts it; supports by default
 * @param statedValue the value in a contradicting source
 */
@Schema(description = "A source of a fact, or a source that contradicts it.")
public record Citation(
        @Schema(description = "Source id.", examples = "newland-2004") @Term(value = "prov:entity", stream = "source")
        String source,

        @Schema(description = "Place in the source.", examples = "lines 306-307", nullable = true) @Nullable String locator,

        @Schema(description = "Whether the source supports or contradicts the fact.", defaultValue = "supports")
        Stance stance,

        @Schema(description = "What a contradicting source states instead.", nullable = true) @Nullable String statedValue) {

    /** Whether a source supports or contradicts a fact. */
    @Schema(description = "Whether a source supports or contradicts a fact.")
    public enum Stance {
        @Schema(description = "The source states the fact.")
        SUPPORTS,
        @Schema(description = "The source states something else.")
        CONTRADICTS
    }

    @SuppressWarnings({"NullAway", "ConstantValue"}) // readers of JSON leave out what is usual
    public Citation {
        stance = stance == null ? Stance.SUPPORTS : stance;
    }
}
