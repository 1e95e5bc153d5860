package org.mandateatlas.registry.http;

import static org.mandateatlas.registry.http.OpenApiParts.content;
import static org.mandateatlas.registry.http.OpenApiParts.positioned;
import static org.mandateatlas.registry.http.OpenApiParts.problem;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The description of batches, which all collections share. */
final class BatchOpenApi {

    static final String DESCRIPTION = """
            Writes up to 1,000 documents in one transaction: all lines are written or none. The body is NDJSON with one document per \
            line, as in a `PUT`, each with its `id`; the documents of a batch may refer to each other in any order. A line with a \
            `version` replaces exactly this version, and with the version 0 only creates; without it, a line creates the document or \
            replaces any version. A document that equals the stored one is unchanged and makes no revision, so a batch can be sent \
            again.

            The response has one JSON object per line: the line, the id, the result (`created`, `replaced` or `unchanged`), the \
            version, the sequence of the revision and the time at which it was recorded. If lines cannot be written, the response is \
            a problem whose violations name the `line` and the place in its document.""";

    private BatchOpenApi() {}

    /** Describes the body and the responses of a batch. */
    static void complete(Operation operation, String document) {
        RegistryOpenApi.requireToken(operation);
        operation.requestBody(OASFactory.createRequestBody()
                .required(true)
                .content(content(
                        CollectionEndpoint.NDJSON,
                        lines("One document (`" + document + "Input` with its id) as JSON per line, at most 1,000."))));
        operation
                .getResponses()
                .addAPIResponse(
                        "200",
                        positioned("The documents were written")
                                .content(content(
                                        CollectionEndpoint.NDJSON,
                                        lines("The result of one line as JSON per line, in the same order."))));
        problem(operation, "400", "The request is invalid");
        problem(operation, "413", "The body exceeds 8 MiB or 1,000 documents");
        problem(operation, "415", "The media type of the body is not supported");
        problem(operation, "422", "Lines cannot be written, and nothing was written; see violations");
    }

    private static Schema lines(String description) {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING)).description(description);
    }
}
