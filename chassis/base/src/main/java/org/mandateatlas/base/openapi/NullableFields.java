package org.mandateatlas.base.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Allows null in the API description for each record component that is {@link Nullable}, unless it is read-only: then the service sets
 * it. Requests leave fields out instead. It runs after the filters that add schemas.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = FieldDescriptions.LAST)
public class NullableFields implements OASFilter {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);

    private static final String SCHEMAS = "#/components/schemas/";

    /** The schemas whose records are completed before they are sent, and leave out what does not apply. */
    private static final Set<String> COMPLETED = Set.of("Problem", "Violation");

    /** The names of the nullable fields by schema. */
    private final Map<String, Set<String>> nullable = new HashMap<>();

    public NullableFields(IndexView index) {
        for (var type : index.getKnownClasses()) {
            if (type.isRecord()) {
                nullable.computeIfAbsent(EnumSchemas.schemaName(type), name -> new HashSet<>())
                        .addAll(nullableFields(type));
            }
        }
    }

    private static Set<String> nullableFields(ClassInfo type) {
        return type.recordComponents().stream()
                .filter(component -> component.type().hasAnnotation(NULLABLE))
                .map(RecordComponentInfo::name)
                .collect(Collectors.toSet());
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null) {
            return;
        }
        var requests = requests(api);
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() != null && !COMPLETED.contains(name) && !requests.contains(SCHEMAS + name)) {
                var fields = nullable.getOrDefault(name, Set.of());
                schema.getProperties().forEach((field, property) -> {
                    if (fields.contains(field) && !Boolean.TRUE.equals(property.getReadOnly())) {
                        allowNull(property);
                    }
                });
            }
        });
    }

    /** Returns the references to the schemas of request bodies. */
    private static Set<String> requests(OpenAPI api) {
        if (api.getPaths() == null) {
            return Set.of();
        }
        return api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
                .filter(media -> media.getSchema() != null && media.getSchema().getRef() != null)
                .map(media -> media.getSchema().getRef())
                .collect(Collectors.toSet());
    }

    private static void allowNull(Schema schema) {
        var type = OASFactory.createSchema().type(List.of(SchemaType.NULL));
        var isList = schema.getType() != null && schema.getType().contains(SchemaType.ARRAY);
        if (schema.getRef() != null && !isList) {
            schema.anyOf(List.of(OASFactory.createSchema().ref(schema.getRef()), type))
                    .setRef(null);
        } else if (schema.getType() != null && !schema.getType().contains(SchemaType.NULL)) {
            var types = new ArrayList<>(schema.getType());
            types.add(SchemaType.NULL);
            schema.setType(types);
        }
    }
}
