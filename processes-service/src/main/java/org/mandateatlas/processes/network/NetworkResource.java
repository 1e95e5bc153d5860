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
import org.mandateatlas.processes.network.Comparison.Moment;
import org.mandateatlas.registry.http.Axis;
import org.mandateatlas.registry.http.Representation;
import org.mandateatlas.replication.http.ComputedEndpoint;
import org.mandateatlas.replication.http.ComputedRequest;
import org.mandateatlas.replication.http.SpanRequest;

/** The network over HTTP. */
@Path("/v1/network")
@Tag(
        name = "Network",
        description = "Who meets whom in which process, at any pair of times: computed from processes and"
                + " participations.")
@RunOnVirtualThread
class NetworkResource {

    private final Clock clock;
    private final RegistrySnapshots knowledge;
    private final ComputedEndpoint answers;

    NetworkResource(Clock clock, RegistrySnapshots knowledge, ComputedEndpoint answers) {
        this.clock = clock;
        this.knowledge = knowledge;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, NetworkExporter.GRAPHML, NetworkExporter.DOT})
    @APIResponseSchema(Network.class)
    @Operation(
            summary = "Compute the network of institutions and processes",
            description = "Its nodes are the processes of the day and the institutions that take part in them; actors"
                    + " that the registry does not hold are left out. An edge weighs as many as the roles.")
    public Response computeNetwork(@BeanParam NetworkFilter filter, @BeanParam ComputedRequest request) {
        var checked = filter.checked();
        var known = knowledge.asked(request);
        var day = request.day(clock);
        return answers.answer(
                request,
                known.position(),
                day,
                () -> NetworkBuilder.of(known, day, checked),
                Representation.json(),
                NetworkExporter.graphml(),
                NetworkExporter.dot());
    }

    @GET
    @Path("diff")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(NetworkDiff.class)
    @Operation(
            summary = "Compute how the network differs between two days or two instants, and why",
            description =
                    "Two days tell what changed in the world, as known at knownAt; two instants what changed in our"
                            + " knowledge of the day validAt.")
    public Response computeNetworkDiff(
            @BeanParam SpanRequest span, @BeanParam NetworkFilter filter, @BeanParam ComputedRequest request) {
        var checked = filter.checked();
        span.check(request, clock);
        var world = span.axis() == Axis.WORLD;
        var latest = knowledge.at(request, world ? request.knownAt(clock) : span.secondInstant(clock));
        var earliest = world ? latest : knowledge.at(request, span.firstInstant(clock));
        var first = world ? span.firstDay() : request.day(clock);
        var second = world ? span.secondDay() : request.day(clock);
        return answers.answer(
                request,
                latest.position(),
                second,
                () -> diff(span, moment(earliest, first, checked), moment(latest, second, checked)),
                Representation.json());
    }

    private static Moment moment(Known known, LocalDate day, NetworkFilter filter) {
        return new Moment(known, day, NetworkBuilder.of(known, day, filter));
    }

    private static NetworkDiff diff(SpanRequest span, Moment first, Moment second) {
        var comparison = new Comparison(first, second);
        var world = span.axis() == Axis.WORLD;
        return new NetworkDiff(
                span.axis(),
                span.from(),
                span.to(),
                world ? null : second.day(),
                world ? second.known().knownAt() : null,
                second.known().position().toString(),
                comparison.nodes(),
                comparison.edges());
    }
}
