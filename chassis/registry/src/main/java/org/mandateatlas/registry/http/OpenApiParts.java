package org.mandateatlas.registry.http;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.mandateatlas.base.problem.Problem;

/** Shared parts of the OpenAPI description. */
final class OpenApiParts {

    static final String SCHEMA = "#/components/schemas/";
    static final String JSON = "application/json";

    private OpenApiParts() {}

    static void absent(Operation operation) {
        problem(operation, "400", "The request is invalid");
        problem(operation, "404", "The document does not exist at these times");
    }

    static void problem(Operation operation, String status, String description) {
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(description)
                                .content(content(Problem.MEDIA_TYPE, ref("Problem"))));
    }

    static APIResponse tagged(String description) {
        return positioned(description)
                .addHeader(
                        "ETag",
                        OASFactory.createHeader()
                                .description("Quoted version.")
                                .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING))));
    }

    static APIResponse positioned(String description) {
        return positioned(OASFactory.createAPIResponse().description(description));
    }

    /** Adds the position header to the response of a problem. */
    static void positioned(Operation operation, String status) {
        positioned(operation.getResponses().getAPIResponse(status));
    }

    private static APIResponse positioned(APIResponse response) {
        return response.addHeader(
                DocumentEndpoint.POSITION,
                OASFactory.createHeader()
                        .description("Log position that the response reflects: stream:sequence for each stream.")
                        .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING))));
    }

    /** Returns the first media type; the others are available by {@code Accept} and described in prose. */
    static Content first(Content content) {
        var first = content.getMediaTypes().entrySet().iterator().next();
        return OASFactory.createContent().addMediaType(first.getKey(), first.getValue());
    }

    static Content content(String type, Schema schema) {
        return OASFactory.createContent()
                .addMediaType(type, OASFactory.createMediaType().schema(schema));
    }

    static Schema ref(String name) {
        return OASFactory.createSchema().ref(SCHEMA + name);
    }
}
