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

/** Endpoints of coverage. */
@Path("/v1/coverage")
@Tag(name = "Coverage", description = "Mandates and capacities by function and institution, at any pair of times.")
@RunOnVirtualThread
class CoverageResource {

    private final Clock clock;
    private final BitemporalSnapshots snapshots;
    private final ComputedEndpoint endpoint;

    CoverageResource(Clock clock, BitemporalSnapshots snapshots, ComputedEndpoint endpoint) {
        this.clock = clock;
        this.snapshots = snapshots;
        this.endpoint = endpoint;
    }

    private <T> Response answer(
            ComputedRequest request,
            BitemporalSnapshot snapshot,
            Function<BitemporalSnapshot, T> computation,
            Function<T, Table> table) {
        return endpoint.answer(
                request,
                snapshot.registry().position(),
                snapshot.day(),
                () -> computation.apply(snapshot),
                Representation.json(),
                Representation.csv(table));
    }

    @GET
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.CSV})
    @APIResponseSchema(Coverage.class)
    @Operation(
            summary = "Get coverage",
            description =
                    "Functions by institutions. A function is a gap, single or an overlap if no, one or several institutions perform it at the level lead or substantial. Cells without information are omitted.")
    public Response computeCoverage(@BeanParam CoverageFilter filter, @BeanParam ComputedRequest request) {
        var checked = filter.checked();
        return answer(request, snapshots.of(request), snapshot -> Coverage.of(snapshot, checked), CoverageTable::of);
    }

    @GET
    @Path("gaps")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.CSV})
    @APIResponseSchema(CoverageGaps.class)
    @Operation(
            summary = "List coverage gaps",
            description =
                    "Functions that no institution fills, mandates without capacity, and capacities without mandate.")
    public Response computeCoverageGaps(
            @BeanParam CoverageFilter filter,
            @RestQuery
                    @Parameter(
                            description = "Kinds of gaps; repeatable.",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = GapKind.class))
                    List<String> kind,
            @BeanParam ComputedRequest request) {
        var checked = filter.checked();
        var kinds = Parse.words("kind", kind, GapKind.class);
        return answer(
                request,
                snapshots.of(request),
                snapshot -> CoverageGaps.of(snapshot, checked, kinds),
                CoverageGaps::table);
    }

    @GET
    @Path("overlaps")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.CSV})
    @APIResponseSchema(CoverageOverlaps.class)
    @Operation(summary = "List coverage overlaps")
    public Response computeCoverageOverlaps(@BeanParam CoverageFilter filter, @BeanParam ComputedRequest request) {
        var checked = filter.checked();
        return answer(
                request,
                snapshots.of(request),
                snapshot -> CoverageOverlaps.of(snapshot, checked),
                CoverageOverlaps::table);
    }

    @GET
    @Path("diff")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.CSV})
    @APIResponseSchema(CoverageDiff.class)
    @Operation(
            summary = "Compare coverage",
            description =
                    "Compares two dates at one record time (`knownAt`), or two instants of record time at one date (`validAt`). Every difference lists the mandates, capacities and institutions that cause it.")
    public Response computeCoverageDiff(
            @BeanParam SpanRequest span, @BeanParam CoverageDiffFilter filter, @BeanParam ComputedRequest request) {
        var checked = filter.checked();
        span.check(request, clock);
        var asked = snapshots.of(span, request);
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
            summary = "List mandates due for review",
            description =
                    "Mandates that have no review clause or an unknown one, are overdue for review, lapse soon, or are implicitly superseded.")
    public Response computeCoverageReviews(@BeanParam ReviewFilter filter, @BeanParam ComputedRequest request) {
        var checked = filter.checked();
        return answer(
                request,
                snapshots.of(request),
                snapshot -> CoverageReviews.of(snapshot, checked),
                CoverageReviews::table);
    }
}
