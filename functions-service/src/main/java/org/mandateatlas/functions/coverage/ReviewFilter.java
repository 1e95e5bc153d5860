package org.mandateatlas.functions.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.text.EnumValues;

/** Filters of review findings; values of one filter are alternatives. */
class ReviewFilter {

    private static final int A_YEAR = 365;

    @RestQuery
    @Parameter(
            description = "Kinds of findings; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = ReviewFinding.Kind.class))
    List<String> kind = List.of();

    @RestQuery
    @Parameter(description = "Ids of holders; repeatable.", example = "[\"iom\"]")
    List<String> institution = List.of();

    @RestQuery
    @Parameter(description = "Ids of covered functions; repeatable.", example = "[\"coordination\"]")
    List<String> function = List.of();

    @RestQuery
    @Parameter(
            description = "Maximum number of days until a mandate ends to count as lapsing.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "36500", defaultValue = "365"))
    @Nullable String within;

    /** Validates the values. */
    ReviewFilter checked() {
        Parse.words("kind", kind, ReviewFinding.Kind.class);
        Parse.slugs("institution", institution);
        Parse.slugs("function", function);
        within();
        return this;
    }

    int within() {
        return within == null ? A_YEAR : Parse.number("within", within, 0, 36_500);
    }

    boolean passes(ReviewFinding finding) {
        return (kind.isEmpty() || kind.contains(EnumValues.of(finding.kind())))
                && (institution.isEmpty() || institution.contains(finding.institution()))
                && (function.isEmpty() || finding.functions().stream().anyMatch(function::contains));
    }
}
