package org.mandateatlas.processes.participation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.registry.Query.Filter;

/** Filters of participations; values of one filter are alternatives. */
class ParticipationFilter {

    @RestQuery
    @Parameter(description = "Process ids; repeatable.", example = "[\"berne-initiative\"]")
    List<String> process = List.of();

    @RestQuery
    @Parameter(description = "Ids of participating institutions; repeatable.", example = "[\"iom\"]")
    List<String> institution = List.of();

    @RestQuery
    @Parameter(description = "Exact names of participating actors; repeatable.", example = "[\"Canada\"]")
    List<String> actor = List.of();

    @RestQuery
    @Parameter(
            description = "Roles; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = ParticipationRole.class))
    List<String> role = List.of();

    @RestQuery
    @Parameter(
            description = "Kinds of actors; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = ActorKind.class))
    List<String> actorKind = List.of();

    List<Filter> filters() {
        return List.of(
                new Filter("process", Parse.slugs("process", process), null),
                new Filter("institution", Parse.slugs("institution", institution), null),
                new Filter("actor", actor, null),
                new Filter("role", Parse.words("role", role, ParticipationRole.class), null),
                new Filter("actorKind", Parse.words("actorKind", actorKind, ActorKind.class), null));
    }
}
