package org.mandateatlas.subscriptions.subscription;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.json.MergePatch;
import org.mandateatlas.base.json.StrictJson;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.subscriptions.webhook.WebhooksConfig;

/** Subscriptions over HTTP. Callers see their own; curators see all. */
@Path("/v1/subscriptions")
@Tag(
        name = "Subscriptions",
        description =
                "Webhooks. Callers with the role `subscriber` receive the changes that they select over HTTP: at least once,"
                        + " in order, signed as in Standard Webhooks 1.0.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SubscriptionResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final ObjectMapper MAPPER = StrictJson.builder().build();
    private static final StrictJson JSON = new StrictJson(MAPPER);

    private final SecurityIdentity identity;
    private final SubscriptionRepository subscriptions;
    private final SubscriptionValidator validator;
    private final Feed feed;
    private final WebhooksConfig config;
    private final Event<SubscriptionChanged> changed;

    SubscriptionResource(
            SecurityIdentity identity,
            SubscriptionRepository subscriptions,
            SubscriptionValidator validator,
            Feed feed,
            WebhooksConfig config,
            Event<SubscriptionChanged> changed) {
        this.identity = identity;
        this.subscriptions = subscriptions;
        this.validator = validator;
        this.feed = feed;
        this.config = config;
        this.changed = changed;
    }

    @GET
    @RolesAllowed({SubscriptionCaller.SUBSCRIBER, SubscriptionCaller.CURATOR})
    @Operation(summary = "List your subscriptions", description = "Curators see all subscriptions.")
    @APIResponseSchema(value = SubscriptionPage.class, responseDescription = "A page")
    public Response listSubscriptions(
            @RestQuery
                    @Parameter(
                            description = "Only subscriptions in this state.",
                            schema = @Schema(implementation = SubscriptionState.class))
                    @Nullable String state,
            @BeanParam SubscriptionPageRequest page) {
        var found = subscriptions.list(page.last(0), SubscriptionCaller.of(identity), state(state), page.limit() + 1);
        return uncached(Response.ok(
                new SubscriptionPage(page.self(), page.next(found, Subscription::number), page.shown(found))));
    }

    @POST
    @RolesAllowed({SubscriptionCaller.SUBSCRIBER, SubscriptionCaller.CURATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Create a subscription",
            description =
                    "From now on, or after the position `after`, every change that the filter selects is sent to the URL by"
                            + " `POST`. Only this response contains the secret, with which the receiver verifies the signatures."
                            + " A null field has its default. An owner has at most 100 subscriptions.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SubscriptionRequest.class)))
    @APIResponseSchema(
            responseCode = "201",
            value = CreatedSubscription.class,
            responseDescription = "The subscription with its secret")
    public Response createSubscription(byte[] body, @Context UriInfo uri) {
        var request = JSON.read(JSON.parse(body), SubscriptionRequest.class);
        var settings = validator.validate(request.settings());
        var secret = SubscriptionValidator.secret(request.secret());
        var after = settings.after() == null ? feed.head() : settings.after();
        var added = subscriptions.add(
                SubscriptionCaller.of(identity), settings, after, secret, config.subscriptionsPerOwner());
        changed.fire(new SubscriptionChanged(added.id()));
        return uncached(Response.status(Response.Status.CREATED)
                .entity(new CreatedSubscription(added, secret.text()))
                .location(uri.getAbsolutePathBuilder().path(added.id()).build())
                .tag(added.tag()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({SubscriptionCaller.SUBSCRIBER, SubscriptionCaller.CURATOR})
    @Operation(
            summary = "Read a subscription",
            description = "The receiver, the selected changes and the progress of deliveries.")
    @APIResponseSchema(value = Subscription.class, responseDescription = "The subscription")
    public Response getSubscription(@RestPath String id) {
        var found = subscriptions.requireVisible(Parse.slug("id", id), SubscriptionCaller.of(identity));
        return uncached(Response.ok(found).tag(found.tag()));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed({SubscriptionCaller.SUBSCRIBER, SubscriptionCaller.CURATOR})
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Change, pause, resume or replay a subscription",
            description =
                    "A JSON merge patch (RFC 7396), also as `application/json`. `state` pauses and resumes; delivery resumes at the position where it"
                            + " stopped. `after` delivers the events after that position again. After any change, waiting deliveries are"
                            + " due at once.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MERGE_PATCH, schema = @Schema(implementation = SubscriptionSettings.class)))
    @APIResponseSchema(value = Subscription.class, responseDescription = "The changed subscription")
    public Response patchSubscription(
            @RestPath String id,
            byte[] body,
            @RestHeader(HttpHeaders.IF_MATCH)
                    @Parameter(description = "ETag of the version to change; `*` for any version.", example = "\"3\"")
                    @Nullable String ifMatch,
            @Context Request request) {
        Parse.slug("id", id);
        var caller = SubscriptionCaller.of(identity);
        var conditions = Conditions.required(ifMatch, request);
        var patch = JSON.parse(body);
        var before = subscriptions.requireVisible(id, caller);
        conditions.check(before);
        ObjectNode current = MAPPER.valueToTree(before.settings());
        var settings = validator.validate(JSON.read(MergePatch.apply(current, patch), SubscriptionSettings.class));
        var after = subscriptions.update(id, caller, before.version(), settings);
        changed.fire(new SubscriptionChanged(id));
        return uncached(Response.ok(after).tag(after.tag()));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({SubscriptionCaller.SUBSCRIBER, SubscriptionCaller.CURATOR})
    @Operation(summary = "Delete a subscription", description = "Deletes the subscription and its deliveries.")
    public Response deleteSubscription(
            @RestPath String id,
            @RestHeader(HttpHeaders.IF_MATCH)
                    @Parameter(description = "ETag of the version to delete; any version if absent.", example = "\"3\"")
                    @Nullable String ifMatch,
            @Context Request request) {
        subscriptions.delete(
                Parse.slug("id", id), SubscriptionCaller.of(identity), Conditions.optional(ifMatch, request));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/secret")
    @RolesAllowed({SubscriptionCaller.SUBSCRIBER, SubscriptionCaller.CURATOR})
    @Operation(
            summary = "Replace the secret",
            description =
                    "The previous secret signs deliveries for one more day, so `webhook-signature` contains several signatures"
                            + " and the receiver can be changed meanwhile. At most five secrets sign.")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SecretRequest.class)))
    @APIResponseSchema(
            value = ReplacedSecret.class,
            responseDescription = "The new secret, which no other response contains")
    public Response replaceSubscriptionSecret(@RestPath String id, byte[] body, @Context HttpHeaders headers) {
        Parse.slug("id", id);
        var request = new SecretRequest(null);
        if (body.length > 0) {
            if (!MediaType.APPLICATION_JSON_TYPE.isCompatible(headers.getMediaType())) {
                throw new NotSupportedException();
            }
            request = JSON.read(JSON.parse(body), SecretRequest.class);
        }
        var secret = SubscriptionValidator.secret(request.secret());
        var until = subscriptions.replaceSecret(id, SubscriptionCaller.of(identity), secret, config.secretOverlap());
        return uncached(Response.ok(new ReplacedSecret(secret.text(), until)));
    }

    private static @Nullable SubscriptionState state(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Parse.words("state", List.of(text), SubscriptionState.class);
        return SubscriptionState.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static Response uncached(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
