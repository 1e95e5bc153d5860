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

/** What the OpenAPI document says in prose of operations that all collections have, and of their parameters. */
final class OpenApiWords {

    private OpenApiWords() {}

    /** Describes an operation that does not say more itself, and the parameters that all operations share. */
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
            return "A page of the collection, in the order of ids, or with q the best match first. The address in next leads"
                    + " on; all pages are as of the first. NDJSON and CSV give the whole collection at once.";
        }
        if (id.endsWith("History")) {
            return "Every version that was made of it, oldest first, with what happened, who recorded it and why.";
        }
        if (id.endsWith("Version")) {
            return "The document as that version has it, also after later changes and after its retraction.";
        }
        if (id.startsWith("get")) {
            return "The document, as of a day of the world and an instant of our knowledge where they are given.";
        }
        if (id.startsWith("put")) {
            return "Creates the document with If-None-Match: *, or replaces the version that If-Match names. What the registry"
                    + " sets itself (version, recordedAt, status) may stand in the body and is not heeded.";
        }
        return id.startsWith("patch")
                ? "Changes the fields that the body names, null taking one away, in the version that If-Match names."
                : "Says that the document is not so. Its history stays, and a later PUT restores it.";
    }

    private static void complete(Parameter parameter, @Nullable Schema document) {
        OpenApiSchemas.tidy(parameter.getSchema());
        OpenApiSchemas.leaveChoicesToItems(parameter.getSchema());
        switch (parameter.getName()) {
            case "id" -> {
                describe(parameter, "Id of the document.");
                parameter.getSchema().pattern(Slug.PATTERN).maxLength(Slug.LONGEST);
                if (document != null
                        && document.getProperties().get("id") instanceof Schema id
                        && id.getExamples() != null) {
                    parameter.setExample(id.getExamples().getFirst());
                }
            }
            case "version" -> {
                describe(parameter, "Number of the version, from 1.");
                parameter.setExample(1);
                parameter
                        .getSchema()
                        .type(List.of(SchemaType.INTEGER))
                        .format("int32")
                        .minimum(BigDecimal.ONE);
            }
            case "knownAt" -> {
                describe(parameter, "The registry as it knew the world at that instant.");
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
