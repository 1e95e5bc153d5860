package org.mandateatlas.registry.http;

import static org.mandateatlas.registry.http.OpenApiParts.JSON;
import static org.mandateatlas.registry.http.OpenApiParts.absent;
import static org.mandateatlas.registry.http.OpenApiParts.content;
import static org.mandateatlas.registry.http.OpenApiParts.positioned;
import static org.mandateatlas.registry.http.OpenApiParts.problem;
import static org.mandateatlas.registry.http.OpenApiParts.ref;
import static org.mandateatlas.registry.http.OpenApiParts.tagged;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/**
 * Completes the OpenAPI document with what all collections share: schemas of responses and bodies, problems, headers
 * and security.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class RegistryOpenApi implements OASFilter {

    private static final String SECURITY = "token";
    private static final String PUT = "put";

    private static final String DESCRIPTION = """
            A cited, bitemporal registry (valid time and record time) of who is mandated to do what in the international \
            governance of migration.

            **Times.** `validAt` selects the state of the world on a date, `knownAt` the content of the registry at an \
            instant. Every read accepts both. Without `validAt` a collection includes documents that have ended; `status` \
            refers to `validAt`, or to today.

            **Attestation.** What rests on an act holds until an act ends it. Practice is attested by sources: where no end is \
            known, `validity.lastAttested` is the last date for which a source shows it, and after that date the status is \
            `unconfirmed`. `validAt` returns what is current or unconfirmed on the day; `status=current` narrows it. The \
            silence of sources is never an end and no change in a diff or a timeline.

            **Imprecise dates** have the precision of their source, in EDTF: `1951`, `1951-12`, `2004~`, `[2016..2018]`. A \
            period starts on the first day that its start allows and ends on the last day that its end allows.

            **Versions.** The ETag is the version. A write states the version that it replaces (`If-Match`) or that the \
            document is new (`If-None-Match: *`). `DELETE` retracts a document; its history remains, and a `PUT` restores \
            it. `Atlas-Position` is the log position that a response reflects.

            **Paging.** Follow `next`. All pages reflect the state at the time of the first.

            **Errors** are problem documents (RFC 9457) with pointers to the invalid input. Unknown parameters are rejected.
            """;

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getInfo() == null) {
            api.info(OASFactory.createInfo());
        }
        api.getInfo().description(DESCRIPTION);
        api.getInfo()
                .license(OASFactory.createLicense()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0"));
        secure(api);
        OpenApiSchemas.complete(api.getComponents());
        var operations = api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operation.getTags() != null && operation.getOperationId() != null)
                .toList();
        var documents = documents(operations);
        operations.forEach(operation ->
                complete(api, operation, documents.get(operation.getTags().getFirst())));
    }

    private static void secure(OpenAPI api) {
        api.getComponents()
                .securitySchemes(new LinkedHashMap<>())
                .addSecurityScheme(
                        SECURITY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("A JWT whose groups contain the role curator."));
    }

    /** Returns the document schema of each tag whose operations write documents: {@code Mandate} for {@code putMandate}. */
    private static Map<String, String> documents(List<Operation> operations) {
        return operations.stream()
                .filter(operation -> id(operation).startsWith(PUT))
                .collect(Collectors.toMap(
                        operation -> operation.getTags().getFirst(),
                        operation -> id(operation).substring(PUT.length())));
    }

    private static String id(Operation operation) {
        return Objects.requireNonNull(operation.getOperationId());
    }

    private static void complete(OpenAPI api, Operation operation, @Nullable String document) {
        var schema = document == null ? null : api.getComponents().getSchemas().get(document);
        if (document != null) {
            OpenApiSchemas.addStatus(schema);
            RequestSchemas.derive(api.getComponents(), document);
        }
        OpenApiDescriptions.complete(operation, schema);
        operation.setSecurity(null);
        if (document == null) {
            ComputedOpenApi.complete(operation);
        } else {
            completeAnswers(api, operation, document);
        }
        problem(operation, "500", "The service failed");
        sortAnswers(operation);
    }

    private static void completeAnswers(OpenAPI api, Operation operation, String document) {
        var id = operation.getOperationId();
        operation.responses(OASFactory.createAPIResponses());
        if (id.startsWith("list")) {
            pages(api, operation, document);
        } else if (id.startsWith("export")) {
            exports(operation, document);
        } else if (id.endsWith("History")) {
            histories(api, operation);
        } else if (id.startsWith("batch")) {
            BatchOpenApi.complete(operation, document);
        } else if (id.startsWith("get")) {
            reads(operation, document);
        } else {
            writes(operation, document);
        }
    }

    static void requireToken(Operation operation) {
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(SECURITY));
        problem(operation, "401", "A valid token is required");
        problem(operation, "403", "The token lacks the role curator");
    }

    private static void sortAnswers(Operation operation) {
        operation
                .getResponses()
                .setAPIResponses(new TreeMap<>(operation.getResponses().getAPIResponses()));
    }

    private static void pages(OpenAPI api, Operation operation, String document) {
        var page = document + "Page";
        api.getComponents()
                .addSchema(
                        page,
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.OBJECT))
                                .description("A page of a collection.")
                                .addProperty(
                                        "self",
                                        OASFactory.createSchema()
                                                .type(List.of(SchemaType.STRING))
                                                .format("uri")
                                                .description("URL of this page."))
                                .addProperty(
                                        "next",
                                        OASFactory.createSchema()
                                                .type(List.of(SchemaType.STRING, SchemaType.NULL))
                                                .format("uri")
                                                .description("URL of the next page; null on the last page."))
                                .addProperty(
                                        "total",
                                        OASFactory.createSchema()
                                                .type(List.of(SchemaType.INTEGER, SchemaType.NULL))
                                                .format("int64")
                                                .description(
                                                        "Total number of documents; null unless `withTotal` is true."))
                                .addProperty(
                                        "items",
                                        OASFactory.createSchema()
                                                .type(List.of(SchemaType.ARRAY))
                                                .items(ref(document)))
                                .required(List.of("self", "next", "total", "items")));
        operation.getResponses().addAPIResponse("200", positioned("A page").content(content(JSON, ref(page))));
        problem(operation, "400", "A parameter is invalid");
        problem(operation, "406", "No supported media type is acceptable");
    }

    private static void exports(Operation operation, String document) {
        var csv = Objects.requireNonNull(operation.getOperationId()).endsWith("Csv");
        var lines = OASFactory.createSchema()
                .type(List.of(SchemaType.STRING))
                .description(
                        csv
                                ? "A header with the names of the fields, then one document per row. Lists of plain values are"
                                        + " joined by semicolons; nested values are JSON."
                                : "One document (`" + document + "`) as JSON per line.");
        operation
                .getResponses()
                .addAPIResponse(
                        "200",
                        positioned("The documents")
                                .content(content(csv ? CollectionEndpoint.CSV : CollectionEndpoint.NDJSON, lines))
                                .addHeader(
                                        "Link",
                                        OASFactory.createHeader()
                                                .description("With `limit`, the URL of the rest (`rel=\"next\"`).")
                                                .schema(OASFactory.createSchema()
                                                        .type(List.of(SchemaType.STRING)))));
        problem(operation, "400", "A parameter is invalid");
        problem(operation, "406", "No supported media type is acceptable");
    }

    private static void histories(OpenAPI api, Operation operation) {
        api.getComponents()
                .addSchema(
                        "History",
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.OBJECT))
                                .description("Changes of a document, oldest first.")
                                .addProperty(
                                        "items",
                                        OASFactory.createSchema()
                                                .type(List.of(SchemaType.ARRAY))
                                                .items(ref("Change")))
                                .required(List.of("items")));
        operation
                .getResponses()
                .addAPIResponse("200", positioned("The history").content(content(JSON, ref("History"))));
        absent(operation);
        positioned(operation, "404");
        problem(operation, "406", "No supported media type is acceptable");
    }

    private static void reads(Operation operation, String document) {
        operation
                .getResponses()
                .addAPIResponse("200", tagged("The document").content(content(JSON, ref(document))))
                .addAPIResponse("304", tagged("Not modified"));
        absent(operation);
        positioned(operation, "404");
        problem(operation, "406", "No supported media type is acceptable");
        problem(operation, "410", "The document was retracted");
        positioned(operation, "410");
    }

    private static void writes(Operation operation, String document) {
        requireToken(operation);
        var retraction = operation.getOperationId().startsWith("retract");
        var creation = operation.getOperationId().startsWith("put");
        if (retraction) {
            operation.getResponses().addAPIResponse("204", positioned("The document was retracted"));
            problem(operation, "409", "Other documents refer to it");
        } else {
            var type = creation ? JSON : DocumentEndpoint.MERGE_PATCH;
            var body = creation ? RequestSchemas.inputOf(document) : RequestSchemas.patchOf(document);
            operation.requestBody(OASFactory.createRequestBody().required(true).content(content(type, body)));
            operation
                    .getResponses()
                    .addAPIResponse("200", tagged("The document").content(content(JSON, ref(document))));
            problem(operation, "413", "The body exceeds 512 KiB");
            problem(operation, "415", "The media type of the body is not supported");
            problem(operation, "422", "The document violates a rule; see violations");
        }
        if (creation) {
            operation
                    .getResponses()
                    .addAPIResponse("201", tagged("The document was created").content(content(JSON, ref(document))));
            problem(operation, "400", "The request is invalid");
        } else {
            absent(operation);
        }
        problem(operation, "412", "The precondition failed");
        problem(operation, "428", "A precondition is required");
    }
}
