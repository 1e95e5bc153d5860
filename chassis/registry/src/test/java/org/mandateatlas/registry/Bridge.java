package org.mandateatlas.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
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

    @SuppressWarnings({"NullAway", "ConstantValue"}) // readers of JSON leave out what is empty
    public Bridge {
        towns = towns == null ? List.of() : List.copyOf(towns);
        tolls = tolls == null ? List.of() : List.copyOf(tolls);
        citations = citations == null ? List.of() : List.copyOf(citations);
        validity = validity == null ? Validity.ALWAYS : validity;
    }

    /** What a bridge is made of. */
    public enum Material {
        @JsonProperty("stone")
        STONE,
        @JsonProperty("cast-iron")
        CAST_IRON,
        ROPE
    }

    /** What a crossing cost for a time. */
    public record Toll(String payer, Validity validity, List<Citation> citations) implements Dated, Cited {

        @SuppressWarnings({"NullAway", "ConstantValue"}) // readers of JSON leave out what is usual
        public Toll {
            validity = validity == null ? Validity.ALWAYS : validity;
            citations = citations == null ? List.of() : List.copyOf(citations);
        }
    }
}
