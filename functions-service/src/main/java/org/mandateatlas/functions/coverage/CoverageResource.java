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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.registry.http.CollectionEndpoint;
import org.mandateatlas.registry.http.CsvRequest;
import org.mandateatlas.registry.http.Representation;
import org.mandateatlas.replication.http.ComputedEndpoint;
import org.mandateatlas.replication.http.ComputedRequest;
import org.mandateatlas.replication.http.SpanRequest;

/** Endpoints of coverage. */
@Path("/v1")
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

    @GET
    @Path("coverage")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.CSV})
    @APIResponseSchema(Coverage.class)
    @Operation(summary = "Get coverage", description = """
                    Functions by institutions. A function is a gap, single or an overlap if no, one or several institutions perform it at the level `lead` or `substantial`. Cells without information are omitted.

                    A capacity that sources attest for earlier dates only, without a known end, is unconfirmed. It neither closes nor opens a gap: the cell is `unconfirmed`, and so is a function that nobody is known to fill but somebody filled when last attested. `lastAttested` says since when this is not confirmed. `includeUnconfirmed=true` counts such capacities as performed.""")
    public Response getCoverage(@BeanParam CoverageFilter filter, @BeanParam ComputedRequest request) {
        return coverage(filter, request, Representation.json(), Representation.csv(CoverageTable::of));
    }

    @GET
    @Path("coverage.csv")
    @PermitAll
    @Produces(CollectionEndpoint.CSV)
    @APIResponseSchema(String.class)
    @Operation(summary = "Export coverage as CSV", description = "One row for each cell.")
    public Response exportCoverageCsv(
            @BeanParam CoverageFilter filter, @BeanParam CsvRequest csv, @BeanParam ComputedRequest request) {
        return coverage(filter, request, Representation.csv(CoverageTable::of, csv));
    }

    @GET
    @Path("coverage/institutions/{id}")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(CoverageOfInstitution.class)
    @Operation(
            summary = "Get the coverage of an institution",
            description =
                    "The functions that one institution is mandated for or performs, or for which its capacities are unconfirmed, without the documents.")
    public Response getInstitutionCoverage(
            @RestPath @Parameter(description = "Institution id.", example = "iom") String id,
            @BeanParam UnconfirmedFilter filter,
            @BeanParam ComputedRequest request) {
        var institution = Parse.slug("id", id);
        var includeUnconfirmed = filter.includesUnconfirmed();
        var snapshot = snapshots.about(institution, request);
        var registry = snapshot.registry();
        endpoint.about("institution", institution, registry.institutions(), registry.position());
        return endpoint.answer(
                request,
                registry.position(),
                snapshot.day(),
                () -> CoverageOfInstitution.of(institution, snapshot, includeUnconfirmed),
                Representation.json());
    }

    @GET
    @Path("coverage/gaps")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.CSV})
    @APIResponseSchema(CoverageGaps.class)
    @Operation(
            summary = "List coverage gaps",
            description =
                    "Functions that no institution fills, mandates without capacity, and capacities without mandate. Functions and cells that are unconfirmed are not gaps.")
    public Response getCoverageGaps(
            @BeanParam CoverageFilter filter,
            @RestQuery
                    @Parameter(
                            description = "Kinds of gaps; repeatable.",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = GapKind.class))
                    List<String> kind,
            @BeanParam ComputedRequest request) {
        return gaps(filter, kind, request, Representation.json(), Representation.csv(CoverageGaps::table));
    }

    @GET
    @Path("coverage/gaps.csv")
    @PermitAll
    @Produces(CollectionEndpoint.CSV)
    @APIResponseSchema(String.class)
    @Operation(summary = "Export coverage gaps as CSV", description = "One row for each gap.")
    public Response exportCoverageGapsCsv(
            @BeanParam CoverageFilter filter,
            @RestQuery
                    @Parameter(
                            description = "Kinds of gaps; repeatable.",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = GapKind.class))
                    List<String> kind,
            @BeanParam CsvRequest csv,
            @BeanParam ComputedRequest request) {
        return gaps(filter, kind, request, Representation.csv(CoverageGaps::table, csv));
    }

    @GET
    @Path("coverage/overlaps")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.CSV})
    @APIResponseSchema(CoverageOverlaps.class)
    @Operation(
            summary = "List coverage overlaps",
            description = "Functions that several institutions fill. Unconfirmed capacities do not count.")
    public Response getCoverageOverlaps(@BeanParam CoverageFilter filter, @BeanParam ComputedRequest request) {
        return overlaps(filter, request, Representation.json(), Representation.csv(CoverageOverlaps::table));
    }

    @GET
    @Path("coverage/overlaps.csv")
    @PermitAll
    @Produces(CollectionEndpoint.CSV)
    @APIResponseSchema(String.class)
    @Operation(summary = "Export coverage overlaps as CSV", description = "One row for each overlap.")
    public Response exportCoverageOverlapsCsv(
            @BeanParam CoverageFilter filter, @BeanParam CsvRequest csv, @BeanParam ComputedRequest request) {
        return overlaps(filter, request, Representation.csv(CoverageOverlaps::table, csv));
    }

    @GET
    @Path("coverage/diff")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.CSV})
    @APIResponseSchema(CoverageDiff.class)
    @Operation(
            summary = "Compare coverage",
            description =
                    "Compares two dates at one record time (`knownAt`), or two instants of record time at one date (`validAt`). Every difference lists the mandates, capacities and institutions that cause it. Between dates, a capacity counts until it is known to have ended: missing sources are not a change, so no cell is `unconfirmed`. Between instants, a new attestation is a change.")
    public Response getCoverageDiff(
            @BeanParam SpanRequest span, @BeanParam CoverageDiffFilter filter, @BeanParam ComputedRequest request) {
        return diff(span, filter, request, Representation.json(), Representation.csv(CoverageDiff::table));
    }

    @GET
    @Path("coverage/diff.csv")
    @PermitAll
    @Produces(CollectionEndpoint.CSV)
    @APIResponseSchema(String.class)
    @Operation(summary = "Export a comparison of coverage as CSV", description = "One row for each difference.")
    public Response exportCoverageDiffCsv(
            @BeanParam SpanRequest span,
            @BeanParam CoverageDiffFilter filter,
            @BeanParam CsvRequest csv,
            @BeanParam ComputedRequest request) {
        return diff(span, filter, request, Representation.csv(CoverageDiff::table, csv));
    }

    @GET
    @Path("coverage/reviews")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.CSV})
    @APIResponseSchema(CoverageReviews.class)
    @Operation(
            summary = "List mandates due for review",
            description =
                    "Mandates that have no review clause or an unknown one, are overdue for review, lapse soon, or are implicitly superseded.")
    public Response getCoverageReviews(@BeanParam ReviewFilter filter, @BeanParam ComputedRequest request) {
        return reviews(filter, request, Representation.json(), Representation.csv(CoverageReviews::table));
    }

    @GET
    @Path("coverage/reviews.csv")
    @PermitAll
    @Produces(CollectionEndpoint.CSV)
    @APIResponseSchema(String.class)
    @Operation(summary = "Export mandates due for review as CSV", description = "One row for each finding.")
    public Response exportCoverageReviewsCsv(
            @BeanParam ReviewFilter filter, @BeanParam CsvRequest csv, @BeanParam ComputedRequest request) {
        return reviews(filter, request, Representation.csv(CoverageReviews::table, csv));
    }

    @SafeVarargs
    private Response coverage(
            CoverageFilter filter, ComputedRequest request, Representation<Coverage>... representations) {
        var checked = filter.checked();
        return answer(request, snapshots.of(request), snapshot -> Coverage.of(snapshot, checked), representations);
    }

    @SafeVarargs
    private Response gaps(
            CoverageFilter filter,
            List<String> kind,
            ComputedRequest request,
            Representation<CoverageGaps>... representations) {
        var checked = filter.checked();
        var kinds = Parse.words("kind", kind, GapKind.class);
        return answer(
                request, snapshots.of(request), snapshot -> CoverageGaps.of(snapshot, checked, kinds), representations);
    }

    @SafeVarargs
    private Response overlaps(
            CoverageFilter filter, ComputedRequest request, Representation<CoverageOverlaps>... representations) {
        var checked = filter.checked();
        return answer(
                request, snapshots.of(request), snapshot -> CoverageOverlaps.of(snapshot, checked), representations);
    }

    @SafeVarargs
    private Response diff(
            SpanRequest span,
            CoverageDiffFilter filter,
            ComputedRequest request,
            Representation<CoverageDiff>... representations) {
        var checked = filter.checked();
        span.check(request, clock);
        var asked = snapshots.of(span, request);
        return answer(
                request,
                asked.second(),
                second -> CoverageDiff.between(span, asked.first(), second, checked),
                representations);
    }

    @SafeVarargs
    private Response reviews(
            ReviewFilter filter, ComputedRequest request, Representation<CoverageReviews>... representations) {
        var checked = filter.checked();
        return answer(
                request, snapshots.of(request), snapshot -> CoverageReviews.of(snapshot, checked), representations);
    }

    @SafeVarargs
    private <T> Response answer(
            ComputedRequest request,
            BitemporalSnapshot snapshot,
            Function<BitemporalSnapshot, T> computation,
            Representation<T>... representations) {
        return endpoint.answer(
                request,
                snapshot.registry().position(),
                snapshot.day(),
                () -> computation.apply(snapshot),
                representations);
    }
}
