package org.mandateatlas.institutions.instrument;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.registry.Query.Condition;
import org.mandateatlas.registry.Query.Filter;
import org.mandateatlas.registry.Query.NamedBy;

/** Filters of instruments; values of one filter are alternatives. */
class InstrumentFilter {

    @RestQuery
    @Parameter(
            description = "Kinds; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = InstrumentKind.class))
    List<String> kind = List.of();

    @RestQuery
    @Parameter(
            description = "Date on which it was in force.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2003-07-01")
    @Nullable String inForceAt;

    @RestQuery
    @Parameter(
            description = "Ids of supervising institutions, on `validAt` or at any time; repeatable.",
            example = "[\"committee-on-migrant-workers\"]")
    List<String> supervisedBy = List.of();

    @RestQuery
    @Parameter(
            description =
                    "Ids of institutions with a mandate that rests on it, on `validAt` or at any time; repeatable.",
            example = "[\"iom\"]")
    List<String> basisOf = List.of();

    List<Condition> filters() {
        return List.of(
                new NamedBy("mandate", "instrument", new Filter("institution", Parse.slugs("basisOf", basisOf), null)),
                new Filter("kind", Parse.words("kind", kind, InstrumentKind.class), null),
                new Filter(
                        Instruments.IN_FORCE,
                        inForceAt == null ? List.of() : List.of(Instruments.YES),
                        Parse.day("inForceAt", inForceAt)),
                new Filter("supervisedBy", Parse.slugs("supervisedBy", supervisedBy), null));
    }
}
