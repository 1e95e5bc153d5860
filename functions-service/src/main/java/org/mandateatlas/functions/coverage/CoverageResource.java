package org.mandateatlas.functions.coverage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.registry.http.CollectionEndpoint;
import org.mandateatlas.registry.http.Representation;
import org.mandateatlas.registry.http.Table;
import org.mandateatlas.replication.http.ComputedEndpoint;
import org.mandateatlas.replication.http.ComputedRequest;
import org.mandateatlas.replication.http.SpanRequest;

/** Coverage over HTTP. */
@Path("/v1/coverage")
@Tag(
        name = "Coverage",
        description = "Which institution is mandated for which function and which really performs it, at any pair of"
                + " times: computed from mandates and capacities.")
@RunOnVirtualThread
class CoverageResource {

    private final Clock clock;
    private final Moments moments;
    private final ComputedEndpoint answers;

    CoverageResource(Clock clock, Moments moments, ComputedEndpoint answers) {
        this.clock = clock;
        this.moments = moments;
        this.answers = answers;
    }

    private <T> Response answer(
            ComputedRequest request, Moment moment, Function<Moment, T> computation, Function<T, Table> table) {
        return answers.answer(
                request,
                moment.known().position(),
                moment.day(),
                () -> computation.apply(moment),
                Representation.json(),
                Representation.csv(table));
    }

    @GET
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.CSV})
    @APIResponseSchema(Coverage.class)
    @Operation(
            summary = "Compute coverage: functions by institutions",
            description =
                    "A function is a gap, single or an overlap as nobody, one or several institutions perform it at"
                            + " lead or substantial level, which fills it. A cell of which nothing is known is left out.")
    public Response computeCoverage(@BeanParam CoverageFilter filter, @BeanParam ComputedRequest request) {
        var checked = filter.checked();
        return answer(request, moments.asked(request), moment -> Coverage.of(moment, checked), CoverageTable::of);
    }

    @GET
    @Path("gaps")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.CSV})
    @APIResponseSchema(CoverageGaps.class)
    @Operation(
            summary = "Compute what is missing",
            description =
                    "Functions that nobody fills, mandates without the capacity and capacities without a mandate.")
    public Response computeCoverageGaps(
            @BeanParam CoverageFilter filter,
            @RestQuery
                    @Parameter(
                            description = "What is missing; repeatable.",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = GapKind.class))
                    List<String> kind,
            @BeanParam ComputedRequest request) {
        var checked = filter.checked();
        var kinds = Parse.words("kind", kind, GapKind.class);
        return answer(
                request,
                moments.asked(request),
                moment -> CoverageGaps.of(moment, checked, kinds),
                CoverageGaps::table);
    }

    @GET
    @Path("overlaps")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.CSV})
    @APIResponseSchema(CoverageOverlaps.class)
    @Operation(summary = "Compute which functions several institutions fill, and which")
    public Response computeCoverageOverlaps(@BeanParam CoverageFilter filter, @BeanParam ComputedRequest request) {
        var checked = filter.checked();
        return answer(
                request,
                moments.asked(request),
                moment -> CoverageOverlaps.of(moment, checked),
                CoverageOverlaps::table);
    }

    @GET
    @Path("diff")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.CSV})
    @APIResponseSchema(CoverageDiff.class)
    @Operation(
            summary = "Compute how coverage differs between two days or two instants, and why",
            description =
                    "Two days tell what changed in the world, as known at knownAt; two instants what changed in our"
                            + " knowledge of the day validAt. Every difference names the mandates, capacities and institutions"
                            + " that it rests on.")
    public Response computeCoverageDiff(
            @BeanParam SpanRequest span, @BeanParam DiffFilter filter, @BeanParam ComputedRequest request) {
        var checked = filter.checked();
        span.check(request, clock);
        var asked = moments.asked(span, request);
        return answer(
                request,
                asked.second(),
                second -> CoverageDiff.between(span, asked.first(), second, checked),
                CoverageDiff::table);
    }

    @GET
    @Path("reviews")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.CSV})
    @APIResponseSchema(CoverageReviews.class)
    @Operation(
            summary = "Compute which mandates want a review",
            description = "Those without a review clause or of which no source tells, those whose review was due, those"
                    + " that lapse soon, and those whose place another has taken without saying so.")
    public Response computeCoverageReviews(@BeanParam ReviewFilter filter, @BeanParam ComputedRequest request) {
        var checked = filter.checked();
        return answer(
                request, moments.asked(request), moment -> CoverageReviews.of(moment, checked), CoverageReviews::table);
    }
}
