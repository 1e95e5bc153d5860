package org.mandateatlas.processes.network;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mandateatlas.processes.network.NetworkComparison.DatedNetwork;
import org.mandateatlas.registry.http.Axis;
import org.mandateatlas.registry.http.Representation;
import org.mandateatlas.replication.http.ComputedEndpoint;
import org.mandateatlas.replication.http.ComputedRequest;
import org.mandateatlas.replication.http.SpanRequest;

/** Endpoints of the network. */
@Path("/v1")
@Tag(name = "Network", description = "Institutions and processes as a graph, at any pair of times.")
@RunOnVirtualThread
class NetworkResource {

    private final Clock clock;
    private final NetworkSnapshots snapshots;
    private final ComputedEndpoint endpoint;

    NetworkResource(Clock clock, NetworkSnapshots snapshots, ComputedEndpoint endpoint) {
        this.clock = clock;
        this.snapshots = snapshots;
        this.endpoint = endpoint;
    }

    @GET
    @Path("network")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, NetworkExporter.GRAPHML, NetworkExporter.DOT})
    @APIResponseSchema(Network.class)
    @Operation(
            summary = "Get the network",
            description =
                    "Nodes are the established processes and their participating institutions. Processes that were only proposed and actors that are not in the registry are omitted. The weight of an edge is its number of roles. Processes and participations that are attested for earlier dates only, without a known end, are included with the status `unconfirmed`; `status=current` excludes them.")
    public Response getNetwork(@BeanParam NetworkDayFilter filter, @BeanParam ComputedRequest request) {
        return network(filter, request, Representation.json(), NetworkExporter.graphml(), NetworkExporter.dot());
    }

    @GET
    @Path("network.graphml")
    @PermitAll
    @Produces(NetworkExporter.GRAPHML)
    @APIResponseSchema(String.class)
    @Operation(summary = "Export the network as GraphML", description = "For Gephi, NetworkX, yEd and similar tools.")
    public Response exportNetworkGraphml(@BeanParam NetworkDayFilter filter, @BeanParam ComputedRequest request) {
        return network(filter, request, NetworkExporter.graphml());
    }

    @GET
    @Path("network.dot")
    @PermitAll
    @Produces(NetworkExporter.DOT)
    @APIResponseSchema(String.class)
    @Operation(summary = "Export the network as DOT", description = "For Graphviz.")
    public Response exportNetworkDot(@BeanParam NetworkDayFilter filter, @BeanParam ComputedRequest request) {
        return network(filter, request, NetworkExporter.dot());
    }

    @SafeVarargs
    private Response network(
            NetworkDayFilter filter, ComputedRequest request, Representation<Network>... representations) {
        var checked = filter.checked();
        var registry = snapshots.of(request);
        var day = request.day(clock);
        return endpoint.answer(
                request, registry.position(), day, () -> NetworkBuilder.of(registry, day, checked), representations);
    }

    @GET
    @Path("network/diff")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(NetworkDiff.class)
    @Operation(
            summary = "Compare networks",
            description =
                    "Compares two dates at one record time (`knownAt`), or two instants of record time at one date (`validAt`). A participation or process counts until it is known to have ended: missing sources are not a change.")
    public Response getNetworkDiff(
            @BeanParam SpanRequest span, @BeanParam NetworkFilter filter, @BeanParam ComputedRequest request) {
        var checked = filter.checked();
        span.check(request, clock);
        var validTime = span.axis() == Axis.WORLD;
        var latest = snapshots.at(request, validTime ? request.knownAt(clock) : span.secondInstant(clock));
        var earliest = validTime ? latest : snapshots.at(request, span.firstInstant(clock));
        var first = validTime ? span.firstDay() : request.day(clock);
        var second = validTime ? span.secondDay() : request.day(clock);
        return endpoint.answer(
                request,
                latest.position(),
                second,
                () -> diff(span, datedNetwork(earliest, first, checked), datedNetwork(latest, second, checked)),
                Representation.json());
    }

    private static DatedNetwork datedNetwork(NetworkSnapshot registry, LocalDate day, NetworkFilter filter) {
        return new DatedNetwork(registry, day, NetworkBuilder.of(registry, day, filter));
    }

    private static NetworkDiff diff(SpanRequest span, DatedNetwork first, DatedNetwork second) {
        var comparison = new NetworkComparison(first, second);
        var validTime = span.axis() == Axis.WORLD;
        return new NetworkDiff(
                span.axis(),
                span.from(),
                span.to(),
                validTime ? null : second.day(),
                validTime ? second.registry().knownAt() : null,
                second.registry().position().toString(),
                comparison.nodes(),
                comparison.edges());
    }
}
