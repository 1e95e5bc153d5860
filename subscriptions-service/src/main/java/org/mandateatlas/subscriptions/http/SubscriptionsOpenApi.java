package org.mandateatlas.subscriptions.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.mandateatlas.base.problem.Problem;

/** Adds to the OpenAPI document what all endpoints share: the token, problems, headers and the descriptions of path parameters. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class SubscriptionsOpenApi implements OASFilter {

    private static final String SECURITY = "token";
    private static final String SCHEMA = "#/components/schemas/";
    private static final String CREATED = "CreatedSubscription";

    /** Schemas of base that the documents of the gateway and of the other services describe. */
    private static final List<String> SHARED =
            List.of("Instant", "PartialDate", "Problem", "Status", "Validity", "Violation");

    private static final List<String> RESPONSES = List.of(
            "DeliveredEvent",
            "Delivery",
            "DeliveryPage",
            "ReplacedSecret",
            "Subscription",
            "SubscriptionPage",
            "SubscriptionProgress");

    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "The request, a parameter or the body is malformed; the violations name each place",
            "401", "The request has no valid token",
            "403", "The token has neither the role subscriber nor the role curator",
            "500", "The service failed",
            "503", "The database of subscriptions or the feed is unavailable");
    private static final Map<String, String> READ_PROBLEMS =
            Map.of("406", "The endpoint supports none of the media types in Accept");
    private static final Map<String, String> ID_PROBLEMS = Map.of("404", "You have no such subscription or delivery");
    private static final Map<String, String> BODY_PROBLEMS = Map.of(
            "413",
            "The body is too large",
            "415",
            "The media type of the body is not supported",
            "422",
            "The request cannot be honoured: an unknown stream, a URL that is not accepted, a position beyond the end, or too many"
                    + " subscriptions");
    private static final Map<String, String> CONDITION_PROBLEMS = Map.of("412", "The subscription has another version");
    private static final Map<String, String> REQUIRED_CONDITION_PROBLEMS =
            Map.of("428", "The request has no If-Match header");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getInfo() == null) {
            api.info(OASFactory.createInfo());
        }
        api.getInfo()
                .description("Webhook subscriptions: which changes are sent to which receiver, and the deliveries.")
                .license(OASFactory.createLicense()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0"));
        api.getComponents()
                .securitySchemes(new LinkedHashMap<>())
                .addSecurityScheme(
                        SECURITY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("A JWT whose groups contain the role subscriber or curator."));
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
        completeSchemas(api.getComponents());
        completeFilter(api.getComponents().getSchemas());
        api.getComponents().addSchema(CREATED, created(of(api.getComponents().getSchemas(), "Subscription")));
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SECURITY)));
        PROBLEMS.forEach((status, description) -> problem(operation, status, description));
        if (method == HttpMethod.GET) {
            READ_PROBLEMS.forEach((status, description) -> problem(operation, status, description));
        }
        if (path.contains("{id}")) {
            ID_PROBLEMS.forEach((status, description) -> problem(operation, status, description));
        }
        if (operation.getRequestBody() != null) {
            BODY_PROBLEMS.forEach((status, description) -> problem(operation, status, description));
        }
        if (method == HttpMethod.PATCH || method == HttpMethod.DELETE) {
            CONDITION_PROBLEMS.forEach((status, description) -> problem(operation, status, description));
        }
        if (method == HttpMethod.PATCH) {
            REQUIRED_CONDITION_PROBLEMS.forEach((status, description) -> problem(operation, status, description));
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getName().equals("If-Match"))
                    .forEach(parameter -> parameter.required(true));
        }
        describeParameters(operation);
        describeHeaders(operation);
        operation
                .getResponses()
                .setAPIResponses(new TreeMap<>(operation.getResponses().getAPIResponses()));
    }

    private static void problem(Operation operation, String status, String description) {
        var response = OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(SCHEMA + "Problem"))));
        if (status.equals("503")) {
            response.addHeader(
                    "Retry-After",
                    OASFactory.createHeader()
                            .description("Seconds to wait before the request is sent again.")
                            .schema(OASFactory.createSchema()
                                    .type(List.of(SchemaType.INTEGER))
                                    .format("int32")));
        }
        operation.getResponses().addAPIResponse(status, response);
    }

    private static void describeParameters(Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        for (var parameter : operation.getParameters()) {
            switch (parameter.getName()) {
                case "id" ->
                    parameter.description("Id of the subscription.").setExample("0b9f3c52-7c1c-4a41-9a0e-5d7f3b0f9a11");
                case "delivery" -> {
                    parameter.description("Id of the delivery.").setExample("42");
                    parameter.getSchema().setPattern("^[1-9][0-9]{0,17}$");
                }
                default -> {
                    // described by annotations
                }
            }
        }
    }

    private static void describeHeaders(Operation operation) {
        var responses = operation.getResponses().getAPIResponses();
        switch (operation.getOperationId()) {
            case "createSubscription" ->
                of(responses, "201")
                        .addHeader("Location", header("URL of the subscription."))
                        .addHeader("ETag", header("Its version."));
            case "getSubscription", "patchSubscription" ->
                of(responses, "200")
                        .addHeader("ETag", header("Its version, which counts the changes of its settings."));
            case "deleteSubscription" -> {
                operation.getResponses().removeAPIResponse("200");
                operation
                        .getResponses()
                        .addAPIResponse("204", OASFactory.createAPIResponse().description("Deleted"));
            }
            case "repeatDelivery" -> of(responses, "202").addHeader("Location", header("URL of the delivery."));
            default -> {
                // no separate header
            }
        }
    }

    private static <T> T of(Map<String, T> parts, String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING)));
    }

    private static void completeSchemas(Components components) {
        SHARED.forEach(components::removeSchema);
        RESPONSES.forEach(name -> {
            var schema = of(components.getSchemas(), name);
            schema.setRequired(List.copyOf(schema.getProperties().keySet()));
        });
        components.getSchemas().values().stream()
                .filter(schema -> schema.getProperties() != null)
                .flatMap(schema -> schema.getProperties().values().stream())
                .filter(property -> property.getRef() != null || property.getAnyOf() != null)
                .forEach(property -> property.setType(null)); // the type is that of the reference
    }

    private static void completeFilter(Map<String, Schema> schemas) {
        var fields = of(schemas, "SubscriptionFilter").getProperties();
        of(fields, "types")
                .items(OASFactory.createSchema()
                        .type(List.of(SchemaType.STRING))
                        .pattern("^[A-Za-z0-9.*_-]+$")
                        .maxLength(200));
        of(fields, "streams").items(OASFactory.createSchema().ref(SCHEMA + "StreamName"));
        for (var ids : List.of("institutions", "functions", "subjects")) {
            of(fields, ids).items(OASFactory.createSchema().ref(SCHEMA + "WantedId"));
        }
    }

    /** A flat schema: clients of composed ones differ. */
    private static Schema created(Schema subscription) {
        var created = OASFactory.createSchema()
                .type(List.of(SchemaType.OBJECT))
                .description("A new subscription with its secret.");
        subscription.getProperties().forEach(created::addProperty);
        created.addProperty("secret", OASFactory.createSchema().ref(SCHEMA + "WebhookSecret"));
        return created.required(List.copyOf(created.getProperties().keySet()));
    }
}
