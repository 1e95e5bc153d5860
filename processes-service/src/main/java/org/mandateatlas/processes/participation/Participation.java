package org.mandateatlas.processes.participation;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.References;
import org.mandateatlas.registry.model.SearchText;

/**
 * The part that somebody has in a process, in one role for one period: an institution, or an actor that the registry does
 * not hold.
 *
 * @param id its slug
 * @param version set by the registry
 * @param recordedAt set by the registry
 * @param process id of the process
 * @param institution id of the institution that takes part; null for an actor
 * @param actor the actor that takes part; null for an institution
 * @param role as what
 * @param text what they do in it, in our words
 * @param validity when they took part
 * @param citations where it stands
 */
@Schema(description = "The part that an institution or another actor has in a process, in one role for one period.")
public record Participation(
        @Schema(examples = "geneva-migration-group-iom-member")
        String id,

        @Schema(readOnly = true) @Nullable Integer version,
        @Schema(readOnly = true) @Nullable Instant recordedAt,

        @Schema(description = "Id of the process.", examples = "geneva-migration-group")
        @References("process")
        @Filterable
        String process,

        @Schema(
                description = "Id of the institution that takes part; null where an actor does.",
                examples = "iom",
                nullable = true)
        @References("institution")
        @Filterable
        @Nullable String institution,

        @Schema(
                description = "Who takes part and is no institution of the registry; null where an institution does.",
                nullable = true)
        @Nullable Actor actor,

        @Filterable ParticipationRole role,

        @Schema(description = "What they do in it, in our words.", nullable = true) @SearchText @Nullable String text,

        @Schema(description = "When they took part.") Validity validity,
        List<Citation> citations)
        implements Document {

    @SuppressWarnings({"NullAway", "ConstantValue"}) // readers of JSON leave out what is empty
    public Participation {
        citations = citations == null ? List.of() : List.copyOf(citations);
        validity = validity == null ? Validity.ALWAYS : validity;
    }
}
