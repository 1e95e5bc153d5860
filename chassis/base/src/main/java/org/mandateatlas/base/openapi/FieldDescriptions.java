package org.mandateatlas.base.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Describes fields that have the same meaning wherever they occur and no description of their own. It runs after the filters that
 * add schemas.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = FieldDescriptions.LAST)
public class FieldDescriptions implements OASFilter {

    static final int LAST = 0;

    private static final Map<String, String> DESCRIPTIONS = Map.ofEntries(
            Map.entry("citations", "Sources, with the place in each."),
            Map.entry("id", "Id: a lower-case slug that is never reused."),
            Map.entry("items", "Items of the page, in order."),
            Map.entry("knownAt", "Record time; null for the latest."),
            Map.entry("position", "Log position that the response reflects."),
            Map.entry("recordedAt", "When this version was recorded."),
            Map.entry("self", "URL of this page."),
            Map.entry("type", "Type of the operation."),
            Map.entry("validAt", "Valid time."),
            Map.entry("version", "Version, from 1."));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null) {
            return;
        }
        for (var schema : api.getComponents().getSchemas().values()) {
            if (schema.getProperties() != null) {
                schema.getProperties().forEach(FieldDescriptions::describe);
            }
        }
    }

    private static void describe(String field, Schema schema) {
        if (schema.getDescription() == null && schema.getRef() == null) {
            schema.setDescription(DESCRIPTIONS.get(field));
        }
    }
}
