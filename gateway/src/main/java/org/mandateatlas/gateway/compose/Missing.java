package org.mandateatlas.gateway.compose;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.Problem;

/** A part of a response that is unavailable, or only available as an older copy. */
@Schema(name = "MissingPart", description = "A part that is unavailable, or only available as an older copy.")
public record Missing(
        @Schema(description = "The field of the response.", examples = "coverage")
        String part,

        @Schema(description = "The service that did not respond.", examples = "functions-service")
        String service,

        @Schema(description = "The collections that the part is read from.")
        List<String> collections,

        @Schema(description = "The reason.") Problem problem,

        @Schema(
                description =
                        "The last good copy that is used instead; null if there is none and the part is left out.")
        @Nullable LastGood lastGood) {

    /** The age of a last good copy. */
    @Schema(name = "LastGoodCopy", description = "The last good copy that is used in place of a missing part.")
    public record LastGood(
            @Schema(description = "Its age in seconds.") long ageSeconds,

            @Schema(description = "The log position that it reflects.")
            String position) {}

    /** Returns whether both have the same field and collections. */
    boolean isLike(Missing other) {
        return part.equals(other.part) && collections.equals(other.collections);
    }

    /** Returns the one that has more of its part missing: all of it, or the older copy. */
    Missing orWorse(Missing other) {
        if (lastGood == null || other.lastGood == null) {
            return lastGood == null ? this : other;
        }
        return lastGood.ageSeconds() >= other.lastGood.ageSeconds() ? this : other;
    }
}
