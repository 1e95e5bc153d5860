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

/** Completes what the OpenAPI document says of operations that compute their answer; these declare its shape themselves. */
final class ComputedOpenApi {

    private ComputedOpenApi() {}

    /** Completes an operation; one that takes a body says so itself. */
    static void complete(Operation operation) {
        var answer = Objects.requireNonNull(operation.getResponses().getAPIResponse("200"));
        var forms = answer.getContent();
        forms.getMediaTypes().forEach((type, form) -> {
            if (!type.equals(OpenApiParts.JSON)) {
                form.schema(OASFactory.createSchema().type(List.of(SchemaType.STRING)));
            }
        });
        operation.responses(OASFactory.createAPIResponses());
        if (operation.getRequestBody() == null) {
            reads(operation);
            operation
                    .getResponses()
                    .addAPIResponse("200", tagged("What was computed").content(forms));
        } else {
            asks(operation);
            operation
                    .getResponses()
                    .addAPIResponse("200", positioned("What was computed").content(forms));
        }
        problem(operation, "400", "A parameter is at fault");
        problem(operation, "406", "The answer cannot be given in that form");
        problem(operation, "503", "The logs have not been read as far as the position that is asked for");
    }

    private static void reads(Operation operation) {
        operation.addParameter(OASFactory.createParameter()
                .name(HttpHeaders.IF_NONE_MATCH)
                .in(Parameter.In.HEADER)
                .description("Answer 304 when the answer is still one of these.")
                .example("\"3f2a9c\"")
                .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING))));
        operation.getResponses().addAPIResponse("304", tagged("It is still that answer"));
        if (isAbout(operation)) {
            problem(operation, "404", "There is no such document, or not at these times");
            positioned(operation, "404");
            problem(operation, "410", "The document was retracted");
            positioned(operation, "410");
            problem(operation, "422", "It cannot be computed for that day");
        }
    }

    private static boolean isAbout(Operation operation) {
        return operation.getParameters().stream()
                .anyMatch(parameter -> parameter.getName().equals("id"));
    }

    private static void asks(Operation operation) {
        problem(operation, "413", "The body is too large");
        problem(operation, "415", "The body is of a type that is not read here");
        problem(operation, "422", "The body breaks a rule, at the place that is named");
    }
}
