package org.mandateatlas.institutions.instrument;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.openapi.Term;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.Occurrence;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.institutions.fact.Figure;
import org.mandateatlas.institutions.fact.LegalForce;
import org.mandateatlas.institutions.fact.Remark;
import org.mandateatlas.institutions.fact.Supersession;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.Name;
import org.mandateatlas.registry.model.References;
import org.mandateatlas.registry.model.SearchText;
import org.mandateatlas.registry.model.TimelineEntry;

/** A text that mandates are based on. */
@Schema(description = "A text that mandates are based on.")
@Term("schema:Legislation")
public record Instrument(
        @Schema(examples = "icrmw") String id,
        @Schema(readOnly = true) @Nullable Integer version,
        @Schema(readOnly = true) @Nullable Instant recordedAt,
        @Filterable InstrumentKind kind,

        @Schema(description = "Title in English.") @Name @Term("dcterms:title")
        String title,

        @Schema(description = "Short title; null if it has none.", nullable = true)
        @Name
        @Term("schema:alternateName")
        @Nullable String shortTitle,

        @Schema(
                description = "Document or treaty number; null if it has none.",
                examples = "A/RES/45/158",
                nullable = true)
        @Name
        @Term("schema:legislationIdentifier")
        @Nullable String symbol,

        @Schema(description = "Summary in our own words.") @SearchText @Term("dcterms:description")
        String summary,

        LegalForce force,

        @Schema(description = "Its adoption; null if it was not adopted, or if unknown.", nullable = true) @Nullable Adoption adoption,

        @Schema(description = "Periods in which it was in force.")
        List<InForce> inForce,

        @Schema(description = "Conditions for its entry into force or other effects.")
        List<Threshold> thresholds,

        @Schema(description = "Institutions that supervise it.")
        List<Supervision> supervisedBy,

        @Schema(description = "Id of the instrument that contains it.", nullable = true)
        @References("instrument")
        @Term("schema:isPartOf")
        @Nullable String partOf,

        @Schema(description = "Superseded instruments.") List<SupersededInstrument> supersedes,
        @Schema(description = "Amendments.") List<Amendment> amendments,

        @Schema(description = "Numbers about it, such as parties and votes.")
        List<Figure> figures,

        @Schema(description = "Other facts about it.") List<Remark> remarks,

        @Schema(description = "Period from its adoption to the end of its effect.")
        @TimelineEntry(end = "ended", endText = "{name} ends")
        Validity validity,

        List<Citation> citations)
        implements Document {

    /** Adoption of an instrument. */
    @Schema(description = "Adoption of an instrument.")
    public record Adoption(
            @Schema(description = "When it was adopted.")
            @TimelineEntry(begin = "adopted", text = "{name} is adopted[ by {by}]")
            @Term("schema:legislationDate")
            PartialDate date,

            @Schema(description = "Id of the institution that adopted it; null if unknown.", nullable = true)
            @References("institution")
            @Term("schema:legislationPassedBy")
            @Nullable String by,

            List<Citation> citations)
            implements Cited {}

    /** A period in which an instrument was in force. */
    @Schema(description = "A period in which an instrument was in force.")
    public record InForce(
            @TimelineEntry(
                    begin = "entered-into-force",
                    text = "{name} enters into force",
                    end = "force-ended",
                    endText = "{name} is no longer in force")
            Validity validity,

            List<Citation> citations)
            implements Dated, Cited {}

    /** Threshold for the entry into force or another effect. */
    @Schema(description = "Threshold for the entry into force or another effect.")
    public record Threshold(
            @Schema(description = "What it is a condition for.")
            String condition,

            @Schema(description = "Required number.") BigDecimal value,
            @Schema(description = "Unit of the number.") String unit,
            List<Citation> citations)
            implements Cited {}

    /** Supervision of an instrument in a period. */
    @Schema(description = "Supervision of an instrument in a period.")
    public record Supervision(
            @Schema(description = "Institution id.") @References("institution") @Filterable("supervisedBy")
            String institution,

            @TimelineEntry(
                    begin = "supervision-began",
                    text = "{institution} supervises {name}",
                    end = "supervision-ended",
                    endText = "{institution} no longer supervises {name}")
            Validity validity,

            List<Citation> citations)
            implements Dated, Cited {}

    /** A superseded instrument. */
    @Schema(description = "A superseded instrument.")
    public record SupersededInstrument(
            @Schema(description = "Instrument id.") @References("instrument")
            String instrument,

            Supersession manner,
            List<Citation> citations)
            implements Cited {}

    /** An amendment of an instrument. */
    @Schema(description = "An amendment of an instrument.")
    public record Amendment(
            @Schema(description = "When it was adopted; null if unknown.", nullable = true)
            @TimelineEntry(begin = "amended", text = "{name}: {text}")
            @Nullable PartialDate adoptedOn,

            @Schema(description = "When it entered into force; null if it has not or if unknown.", nullable = true)
            @TimelineEntry(begin = "entered-into-force", text = "An amendment of {name} enters into force: {text}")
            @Nullable PartialDate inForceOn,

            @Schema(description = "What it changed, in our own words.")
            String text,

            List<Citation> citations)
            implements Occurrence, Cited {

        @Override
        public @Nullable PartialDate occurredOn() {
            return adoptedOn == null ? inForceOn : adoptedOn;
        }
    }
}
