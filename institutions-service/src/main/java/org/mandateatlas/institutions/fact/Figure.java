package org.mandateatlas.institutions.fact;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.Slug;
import org.mandateatlas.base.time.Observation;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;

/**
 * A number that was counted or estimated at some time; figures of one measure form a series.
 *
 * @param measure what is measured, as a slug
 * @param value the number, in the unit
 * @param qualifier how the number is meant; exact unless said otherwise
 * @param unit what is counted
 * @param asOf when it was so
 * @param citations where it stands
 */
@Schema(description = "A number that was counted or estimated at some time.")
public record Figure(
        @Schema(description = "What is measured.", examples = "member-states")
        String measure,

        @Schema(description = "The number, in the unit.", examples = "105")
        BigDecimal value,

        @Schema(description = "How the number is meant.") Qualifier qualifier,

        @Schema(description = "What is counted.", examples = "member states")
        String unit,

        @Schema(description = "When it was so.") PartialDate asOf,
        List<Citation> citations)
        implements Observation, Cited {

    private static final int MOST_DIGITS = 30;

    /** How a number is meant. */
    @Schema(description = "How a number is meant.")
    public enum Qualifier {
        @JsonProperty("exact")
        EXACT,
        @JsonProperty("about")
        ABOUT,
        @JsonProperty("more-than")
        MORE_THAN,
        @JsonProperty("nearly")
        NEARLY
    }

    @SuppressWarnings({"NullAway", "ConstantValue"}) // readers of JSON leave out what is usual
    public Figure {
        qualifier = qualifier == null ? Qualifier.EXACT : qualifier;
        citations = citations == null ? List.of() : List.copyOf(citations);
    }

    /** Notes a number that is no sensible figure. */
    public static void checkValue(String pointer, BigDecimal value, Violations violations) {
        if (value.precision() > MOST_DIGITS || value.scale() > MOST_DIGITS || value.scale() < -MOST_DIGITS) {
            violations.add(pointer, "has more than " + MOST_DIGITS + " digits");
        }
    }

    /** Notes measures that are no slug, numbers that are no sensible figure, and two figures of one measure and time. */
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
                    violations.add(place + "/asOf", "is that of the figure at /figures/" + j);
                }
            }
        }
    }
}
