package org.mandateatlas.registry;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.Name;
import org.mandateatlas.registry.model.SearchText;
import org.mandateatlas.registry.model.TimelineEntry;

/** A document that no service has, with a field of each kind. */
public record Bridge(
        String id,
        @Nullable Integer version,
        @Nullable Instant recordedAt,
        @Name String name,
        @Nullable String nickname,
        Material material,
        int spans,
        @Nullable BigDecimal length,
        @SearchText List<String> towns,
        List<Toll> tolls,
        Validity validity,
        List<Citation> citations)
        implements Document {

    /** The material of a bridge. */
    public enum Material {
        STONE,
        CAST_IRON,
        ROPE
    }

    /** The toll in a period. */
    public record Toll(
            String payer,

            @TimelineEntry(
                    begin = "toll-began",
                    text = "{payer} pay on {name}",
                    end = "toll-ended",
                    endText = "{payer} no longer pay on {name}")
            Validity validity,

            List<Citation> citations)
            implements Dated, Cited {}
}
