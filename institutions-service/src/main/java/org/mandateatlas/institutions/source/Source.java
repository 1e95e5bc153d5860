package org.mandateatlas.institutions.source;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.openapi.Term;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.CitableSource;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.Name;
import org.mandateatlas.registry.model.SearchText;
import org.mandateatlas.registry.model.TimelineEntry;

/** A document that facts are cited from. */
@Schema(description = "A document that facts are cited from.")
@Term("schema:CreativeWork")
public record Source(
        @Schema(examples = "newland-2004") String id,
        @Schema(readOnly = true) @Nullable Integer version,
        @Schema(readOnly = true) @Nullable Instant recordedAt,
        @Filterable SourceKind kind,

        @Schema(description = "Title.") @Name @Term("dcterms:title")
        String title,

        @Schema(description = "Publisher; null if unknown.", nullable = true)
        @SearchText
        @Term("schema:publisher")
        @Nullable String publisher,

        @Schema(description = "When it was published; null if unknown.", nullable = true)
        @TimelineEntry(begin = "published", text = "“{title}” is published[ by {publisher}]")
        @Term("schema:datePublished")
        @Nullable PartialDate published,

        @Schema(description = "Document or treaty number; null if it has none.", nullable = true)
        @Name
        @Term("schema:identifier")
        @Nullable String symbol,

        @Schema(description = "URL; null if it is not on the web.", nullable = true) @Term("schema:url") @Nullable String url,

        @Filterable Grade grade,

        @Schema(description = "Note about the source; null if there is none.", nullable = true)
        @Term("skos:note")
        @Nullable String note,

        Validity validity,

        @Schema(description = "Sources about the source, if any.", minItems = 0)
        List<Citation> citations)
        implements Document, CitableSource {

    /** Grade of a source: official or reputable secondary. */
    @Schema(name = "SourceGrade", description = "Reliability of a source.")
    public enum Grade {
        @Schema(
                description =
                        "Primary or official: the paper that the project starts from, official documents, pages of the organization concerned.")
        A,
        @Schema(description = "Reputable secondary source.")
        B
    }
}
