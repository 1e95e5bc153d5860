package org.mandateatlas.processes.process;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.registry.Query.Condition;
import org.mandateatlas.registry.Query.Filter;
import org.mandateatlas.registry.Query.NamedBy;

/** Filters of processes; values of one filter are alternatives. */
class GovernanceProcessFilter {

    @RestQuery
    @Parameter(
            description = "Kinds; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = ProcessKind.class))
    List<String> kind = List.of();

    @RestQuery
    @Parameter(
            description = "Stages: established or only proposed; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = ProcessStage.class))
    List<String> stage = List.of();

    @RestQuery
    @Parameter(
            description =
                    "Ids of convening institutions according to participations, on `validAt` or at any time; repeatable.",
            example = "[\"iom\"]")
    List<String> convenor = List.of();

    @RestQuery
    @Parameter(
            description = "Ids of institutions that take part in any role, on `validAt` or at any time; repeatable.",
            example = "[\"iom\"]")
    List<String> participant = List.of();

    @RestQuery
    @Parameter(
            description = "Who may take part, on `validAt` or at any time; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = ParticipantGroup.class))
    List<String> openTo = List.of();

    @RestQuery
    @Parameter(
            description = "Levels of normativity; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = NormativityLevel.class))
    List<String> normativity = List.of();

    @RestQuery
    @Parameter(description = "Function ids; repeatable.", example = "[\"coordination\"]")
    List<String> function = List.of();

    List<Condition> conditions() {
        return List.of(
                new Filter("kind", Parse.words("kind", kind, ProcessKind.class), null),
                new Filter("stage", Parse.words("stage", stage, ProcessStage.class), null),
                participating("convenor", Parse.slugs("convenor", convenor)),
                participating("institution", Parse.slugs("participant", participant)),
                new Filter("openTo", Parse.words("openTo", openTo, ParticipantGroup.class), null),
                new Filter("normativity", Parse.words("normativity", normativity, NormativityLevel.class), null),
                new Filter("function", Parse.slugs("function", function), null));
    }

    private static NamedBy participating(String as, List<String> institutions) {
        return new NamedBy("participation", "process", new Filter(as, institutions, null));
    }
}
