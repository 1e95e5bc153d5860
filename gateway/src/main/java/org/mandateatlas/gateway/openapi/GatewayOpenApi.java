package org.mandateatlas.gateway.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Completes the description of the gateway's operations with what they have in common: problems, the media types of pages, and
 * that all fields are always present. The contract defines the responses that it refers to.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class GatewayOpenApi implements OASFilter {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final Set<String> WITH_OPTIONAL_FIELDS = Set.of("Violation", "ApiCatalogEntry");
    /** References that may be null; the generator drops the null beside a reference. */
    private static final Map<String, List<String>> NULLABLE = Map.of(
            "DocumentChange", List.of("effective"),
            "FunctionProfile", List.of("function", "coverage"),
            "InstitutionProfile", List.of("institution", "coverage"),
            "MissingPart", List.of("lastGood"),
            "ProcessProfile", List.of("process", "lineage"));

    private static final Map<String, String> FORMATS = Map.of("Instant", "date-time", "LocalDate", "date");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().values().forEach(GatewayOpenApi::complete));
        var schemas = api.getComponents().getSchemas();
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                if (schema.getRequired() == null && !WITH_OPTIONAL_FIELDS.contains(name)) {
                    schema.setRequired(new ArrayList<>(schema.getProperties().keySet()));
                }
                schema.getProperties().values().forEach(GatewayOpenApi::tidy);
            }
            tidy(schema);
            NULLABLE.getOrDefault(name, List.of())
                    .forEach(property -> addNull(
                            Objects.requireNonNull(schema.getProperties().get(property))));
        });
        FORMATS.keySet().forEach(api.getComponents()::removeSchema);
    }

    private static void addNull(Schema property) {
        var reference = property.getRef();
        if (reference != null) {
            property.anyOf(List.of(
                            OASFactory.createSchema().ref(reference),
                            OASFactory.createSchema().type(List.of(SchemaType.NULL))))
                    .setRef(null);
        }
    }

    private static void complete(Operation operation) {
        var responses = operation.getResponses();
        if (!responses.hasAPIResponse("400")) {
            responses.addAPIResponse("400", problem("BadRequest"));
        }
        if (!responses.hasAPIResponse("406")) {
            responses.addAPIResponse("406", problem("NotAcceptable"));
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> tidy(parameter.getSchema()));
        }
        responses.getAPIResponses().values().stream()
                .map(APIResponse::getContent)
                .filter(Objects::nonNull)
                .forEach(GatewayOpenApi::complete);
    }

    /** The description has the default media type; the others are available by {@code Accept} and described in prose. */
    private static void complete(Content content) {
        var types = content.getMediaTypes();
        types.keySet().stream().skip(1).toList().forEach(content::removeMediaType);
        types.values().forEach(media -> tidy(media.getSchema()));
    }

    private static APIResponse problem(String name) {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
    }

    /** Replaces references to date types by formats, and removes types beside references and choices. */
    private static void tidy(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null && schema.getType() != null) {
            applyType(schema);
        }
        if (schema.getAnyOf() != null) {
            var time = schema.getAnyOf().stream()
                    .filter(choice -> format(choice) != null)
                    .findFirst();
            time.ifPresentOrElse(
                    choice -> schema.anyOf(null)
                            .type(List.of(SchemaType.STRING, SchemaType.NULL))
                            .format(format(choice)),
                    () -> schema.setType(null));
        } else if (format(schema) != null) {
            schema.type(List.of(SchemaType.STRING)).format(format(schema)).setRef(null);
        } else if (schema.getRef() != null || schema.getOneOf() != null) {
            schema.setType(null);
        }
        tidy(schema.getItems());
    }

    /** A list of references refers in its items, and what may be null is either a reference or null. */
    private static void applyType(Schema schema) {
        var reference = OASFactory.createSchema().ref(schema.getRef());
        var types = schema.getType();
        if (types.contains(SchemaType.ARRAY)) {
            schema.items(reference).setRef(null);
        } else if (types.contains(SchemaType.NULL) && format(schema) == null) {
            schema.anyOf(List.of(reference, OASFactory.createSchema().type(List.of(SchemaType.NULL))))
                    .type(null)
                    .setRef(null);
        }
    }

    private static @Nullable String format(Schema schema) {
        return schema.getRef() == null || !schema.getRef().startsWith(SCHEMAS)
                ? null
                : FORMATS.get(schema.getRef().substring(SCHEMAS.length()));
    }
}
