package org.mandateatlas.registry.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.text.Slug;

/** Descriptions of the operations and parameters that all collections share. */
final class OpenApiDescriptions {

    private OpenApiDescriptions() {}

    /** Adds missing descriptions to an operation and its parameters. */
    static void complete(Operation operation, @Nullable Schema document) {
        if (operation.getDescription() == null) {
            operation.setDescription(description(Objects.requireNonNull(operation.getOperationId())));
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> complete(parameter, document));
        }
    }

    private static String description(String id) {
        if (id.startsWith("list")) {
            return "A page of the collection, sorted by id; with `q`, exact names come first. Follow `next` for"
                    + " further pages; all pages reflect the state at the time of the first. With"
                    + " `Accept: application/x-ndjson` or `text/csv` the response is that of the exports.";
        }
        if (id.startsWith("export")) {
            return "The whole collection, sorted by id, at one time: a long export includes no later changes.";
        }
        if (id.endsWith("History")) {
            return "All versions, oldest first, with the change, the actor and the note.";
        }
        if (id.endsWith("Version")) {
            return "The document in this version, also after later changes and after its retraction, with"
                    + " `Memento-Datetime` (RFC 7089). With `Accept: application/ld+json` it is JSON-LD.";
        }
        if (id.startsWith("get")) {
            return "The document, optionally at a valid time and a record time. With `Accept: application/ld+json` it is"
                    + " JSON-LD. With `Accept-Datetime` the response is a redirect to the version of that time (302,"
                    + " RFC 7089).";
        }
        if (id.startsWith("batch")) {
            return BatchOpenApi.DESCRIPTION;
        }
        if (id.startsWith("put")) {
            return "Creates the document (`If-None-Match: *`) or replaces the version in `If-Match`. Read-only"
                    + " fields (version, recordedAt, status) in the body are ignored.";
        }
        return id.startsWith("patch")
                ? "Changes the fields in the body of the version in `If-Match`; null removes a field."
                : "Retracts the document. Its history remains readable, and a later `PUT` restores it.";
    }

    private static void complete(Parameter parameter, @Nullable Schema document) {
        OpenApiSchemas.tidy(parameter.getSchema());
        OpenApiSchemas.leaveChoicesToItems(parameter.getSchema());
        switch (parameter.getName()) {
            case "id" -> {
                describe(parameter, "Document id.");
                parameter.getSchema().pattern(Slug.PATTERN).maxLength(Slug.LONGEST);
                if (document != null
                        && document.getProperties().get("id") instanceof Schema id
                        && id.getExamples() != null) {
                    parameter.setExample(id.getExamples().getFirst());
                }
            }
            case "version" -> {
                describe(parameter, "Version number, from 1.");
                parameter.setExample(1);
                parameter
                        .getSchema()
                        .type(List.of(SchemaType.INTEGER))
                        .format("int32")
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(999_999_999));
            }
            case "knownAt" -> {
                describe(parameter, "Record time: what the registry contained at this instant. Default: now.");
                parameter.getSchema().format("date-time");
            }
            default -> {}
        }
    }

    private static void describe(Parameter parameter, String description) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(description);
        }
    }
}
