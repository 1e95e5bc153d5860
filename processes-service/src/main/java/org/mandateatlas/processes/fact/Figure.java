package org.mandateatlas.processes.fact;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.base.openapi.Term;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.Slug;
import org.mandateatlas.base.time.Observation;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.TimelineEntry;

/** A counted or estimated number at a date; figures of one measure form a series. */
@Schema(description = "A counted or estimated number at a date.")
public record Figure(
        @Schema(description = "Measure.", examples = "member-states") @Term("schema:measuredProperty")
        String measure,

        @Schema(description = "Value in the unit.", examples = "105") @Term("schema:value")
        BigDecimal value,

        @Schema(description = "Precision of the value.", defaultValue = "exact")
        Qualifier qualifier,

        @Schema(description = "Unit.", examples = "member states") @Term("schema:unitText")
        String unit,

        @Schema(description = "Date of the value.")
        @TimelineEntry(begin = "figure", text = "{name}: [{qualifier!exact} ]{value} {unit}")
        @Term("schema:observationDate")
        PartialDate asOf,

        List<Citation> citations)
        implements Observation, Cited {

    private static final int MOST_DIGITS = 30;

    /** Precision of a value. */
    @Schema(description = "Precision of a value.")
    public enum Qualifier {
        @Schema(description = "The value as counted or stated.")
        EXACT,
        @Schema(description = "Approximately the value.")
        ABOUT,
        @Schema(description = "More than the value.")
        MORE_THAN,
        @Schema(description = "Slightly less than the value.")
        NEARLY
    }

    @SuppressWarnings({"NullAway", "ConstantValue"}) // JSON may omit default values
    public Figure {
        qualifier = qualifier == null ? Qualifier.EXACT : qualifier;
    }

    /** Reports an invalid number. */
    public static void checkValue(String pointer, BigDecimal value, Violations violations) {
        if (value.precision() > MOST_DIGITS || value.scale() > MOST_DIGITS || value.scale() < -MOST_DIGITS) {
            violations.add(pointer, "has more than " + MOST_DIGITS + " digits");
        }
    }

    /** Reports invalid measures and numbers, and two figures of one measure and date. */
    public static void check(List<Figure> figures, Violations violations) {
        for (var i = 0; i < figures.size(); i++) {
            var figure = figures.get(i);
            var place = "/figures/" + i;
            if (!Slug.is(figure.measure)) {
                violations.add(place + "/measure", "is not a slug");
            }
            checkValue(place + "/value", figure.value, violations);
            for (var j = 0; j < i; j++) {
                if (figure.measure.equals(figures.get(j).measure) && figure.asOf.equals(figures.get(j).asOf)) {
                    violations.add(place + "/asOf", "is the date of another figure of the measure at /figures/" + j);
                }
            }
        }
    }
}
