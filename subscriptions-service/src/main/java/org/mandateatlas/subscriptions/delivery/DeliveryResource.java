package org.mandateatlas.subscriptions.delivery;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.subscriptions.subscription.SubscriptionCaller;
import org.mandateatlas.subscriptions.subscription.SubscriptionChanged;
import org.mandateatlas.subscriptions.subscription.SubscriptionPageRequest;
import org.mandateatlas.subscriptions.subscription.SubscriptionRepository;

/** Deliveries over HTTP. */
@Path("/v1/subscriptions")
@Tag(name = "Subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DeliveryResource {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private final SecurityIdentity identity;
    private final SubscriptionRepository subscriptions;
    private final DeliveryRepository deliveries;
    private final Event<SubscriptionChanged> changed;

    DeliveryResource(
            SecurityIdentity identity,
            SubscriptionRepository subscriptions,
            DeliveryRepository deliveries,
            Event<SubscriptionChanged> changed) {
        this.identity = identity;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.changed = changed;
    }

    @GET
    @Path("{id}/deliveries")
    @RolesAllowed({SubscriptionCaller.SUBSCRIBER, SubscriptionCaller.CURATOR})
    @Operation(
            summary = "List deliveries, the newest first",
            description =
                    "Deliveries are kept for 30 days, and the last 10,000 of a subscription, unless configured otherwise.")
    @APIResponseSchema(value = DeliveryPage.class, responseDescription = "A page")
    public Response listDeliveries(
            @RestPath String id,
            @RestQuery
                    @Parameter(
                            description = "Only deliveries with one of these outcomes; repeatable.",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = DeliveryOutcome.class))
                    List<String> outcome,
            @BeanParam SubscriptionPageRequest page) {
        var outcomes = Parse.words("outcome", outcome, DeliveryOutcome.class).stream()
                .map(word -> DeliveryOutcome.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        requireVisible(id);
        var found = deliveries.list(id, page.last(Long.MAX_VALUE), outcomes, page.limit() + 1);
        var items = page.shown(found).stream().map(DeliveryEntity::document).toList();
        return uncached(Response.ok(new DeliveryPage(page.self(), page.next(found, row -> row.number), items)));
    }

    @GET
    @Path("{id}/deliveries/{delivery}")
    @RolesAllowed({SubscriptionCaller.SUBSCRIBER, SubscriptionCaller.CURATOR})
    @Operation(
            summary = "Read a delivery",
            description = "The number of attempts, the last response of the receiver and the time of the next attempt.")
    @APIResponseSchema(value = Delivery.class, responseDescription = "The delivery")
    public Response getDelivery(@RestPath String id, @RestPath String delivery) {
        var number = number(delivery);
        requireVisible(id);
        return uncached(Response.ok(deliveries.require(id, number)));
    }

    @POST
    @Path("{id}/deliveries/{delivery}/redelivery")
    @RolesAllowed({SubscriptionCaller.SUBSCRIBER, SubscriptionCaller.CURATOR})
    @Operation(
            summary = "Deliver an event again",
            description =
                    "The event is sent once, out of order, whatever the outcome, even if the subscription is paused. A second"
                            + " request before that returns the same redelivery. To receive all events after a position again, patch"
                            + " `after` of the subscription.")
    @APIResponseSchema(
            responseCode = "202",
            value = Delivery.class,
            responseDescription = "The delivery that will be attempted")
    public Response repeatDelivery(@RestPath String id, @RestPath String delivery, @Context UriInfo uri) {
        var number = number(delivery);
        requireVisible(id);
        var requested = deliveries.requestRedelivery(id, number);
        changed.fire(new SubscriptionChanged(id));
        return uncached(Response.accepted(requested)
                .location(uri.getBaseUriBuilder()
                        .path("v1/subscriptions/{id}/deliveries/{delivery}")
                        .build(id, requested.id())));
    }

    private void requireVisible(String id) {
        subscriptions.requireVisible(Parse.slug("id", id), SubscriptionCaller.of(identity));
    }

    private static long number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw ProblemException.parameter("delivery", "is not the id of a delivery, which is a positive integer");
        }
        return Long.parseLong(text);
    }

    private static Response uncached(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
