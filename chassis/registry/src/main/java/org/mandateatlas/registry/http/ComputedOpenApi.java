package org.mandateatlas.registry.http;

import static org.mandateatlas.registry.http.OpenApiParts.positioned;
import static org.mandateatlas.registry.http.OpenApiParts.problem;
import static org.mandateatlas.registry.http.OpenApiParts.tagged;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Completes the OpenAPI description of computed resources, which declare their response schemas. */
final class ComputedOpenApi {

    private ComputedOpenApi() {}

    /** Completes an operation. */
    static void complete(Operation operation) {
        var answer = Objects.requireNonNull(operation.getResponses().getAPIResponse("200"));
        var forms = OpenApiParts.first(Objects.requireNonNull(answer.getContent()));
        operation.responses(OASFactory.createAPIResponses());
        if (operation.getRequestBody() == null) {
            reads(operation);
            operation
                    .getResponses()
                    .addAPIResponse("200", tagged("The computed resource").content(forms));
        } else {
            asks(operation);
            operation
                    .getResponses()
                    .addAPIResponse("200", positioned("The computed resource").content(forms));
        }
        problem(operation, "400", "A parameter is invalid");
        problem(operation, "406", "No supported media type is acceptable");
        problem(operation, "503", "The requested position has not been reached yet");
    }

    private static void reads(Operation operation) {
        operation.addParameter(OASFactory.createParameter()
                .name(HttpHeaders.IF_NONE_MATCH)
                .in(Parameter.In.HEADER)
                .description("Return 304 if the ETag still matches.")
                .example("\"3f2a9c\"")
                .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING))));
        operation.getResponses().addAPIResponse("304", tagged("Not modified"));
        if (isAbout(operation)) {
            problem(operation, "404", "The document does not exist at these times");
            positioned(operation, "404");
            problem(operation, "410", "The document was retracted");
            positioned(operation, "410");
            problem(operation, "422", "The computation is not possible on this date");
        }
    }

    private static boolean isAbout(Operation operation) {
        return operation.getParameters().stream()
                .anyMatch(parameter -> parameter.getName().equals("id"));
    }

    private static void asks(Operation operation) {
        problem(operation, "413", "The body exceeds 512 KiB");
        problem(operation, "415", "The media type of the body is not supported");
        problem(operation, "422", "The body violates a rule; see violations");
    }
}
