package org.mandateatlas.base.deprecation;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** Marks deprecated operations, parameters and fields in the API description. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class DeprecationMarks implements OASFilter {

    private final List<AnnotationInstance> declared;

    public DeprecationMarks(IndexView index) {
        this.declared = List.copyOf(index.getAnnotations(DeprecatedSince.class));
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        for (var annotation : declared) {
            var deprecation = Deprecation.of(
                    annotation.value().asString(),
                    annotation.value("sunset").asString(),
                    annotation.value("successor").asString());
            switch (annotation.target().kind()) {
                case METHOD -> mark(api, annotation.target().asMethod(), deprecation);
                case METHOD_PARAMETER -> markParameter(api, annotation.target(), deprecation);
                default -> {
                    // a record component, which is marked by its accessor
                }
            }
        }
    }

    /** The compiler copies the declaration of a record component to its accessor. */
    private static void mark(OpenAPI api, MethodInfo method, Deprecation deprecation) {
        if (method.declaringClass().isRecord()) {
            markField(api, method, deprecation);
            return;
        }
        operations(api, method.name())
                .forEach(operation ->
                        operation.deprecated(true).description(describe(operation.getDescription(), deprecation)));
    }

    private static void markParameter(OpenAPI api, AnnotationTarget target, Deprecation deprecation) {
        var parameter = target.asMethodParameter();
        operations(api, parameter.method().name())
                .flatMap(operation -> Stream.ofNullable(operation.getParameters()))
                .flatMap(List::stream)
                .filter(one -> Objects.equals(one.getName(), parameter.name()))
                .forEach(one -> one.deprecated(true).description(describe(one.getDescription(), deprecation)));
    }

    private static void markField(OpenAPI api, MethodInfo field, Deprecation deprecation) {
        var schema = api.getComponents().getSchemas().get(field.declaringClass().simpleName());
        if (schema != null
                && schema.getProperties() != null
                && schema.getProperties().get(field.name()) != null) {
            var property = schema.getProperties().get(field.name());
            property.deprecated(true).description(describe(property.getDescription(), deprecation));
        }
    }

    private static Stream<Operation> operations(OpenAPI api, String operationId) {
        return api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operationId.equals(operation.getOperationId()));
    }

    private static String describe(@Nullable String description, Deprecation deprecation) {
        return description == null ? deprecation.sentence() : description + " " + deprecation.sentence();
    }
}
