package org.mandateatlas.registry.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.junit.jupiter.api.Test;

/** Schemas that are derived from more than one record. */
class RegistryOpenApiTest {

    private static final String SCHEMAS = "#/components/schemas/";

    private final OpenAPI api = OASFactory.createOpenAPI()
            .paths(OASFactory.createPaths())
            .components(OASFactory.createComponents()
                    .addSchema(
                            "Step",
                            OASFactory.createSchema()
                                    .type(List.of(SchemaType.OBJECT))
                                    .oneOf(List.of(ref("Build"), ref("Close")))
                                    .discriminator(OASFactory.createDiscriminator()
                                            .propertyName("type")
                                            .addMapping("build", SCHEMAS + "Build")
                                            .addMapping("close", SCHEMAS + "Close")))
                    .addSchema(
                            "Build",
                            OASFactory.createSchema()
                                    .type(List.of(SchemaType.OBJECT))
                                    .addProperty("spans", schema(SchemaType.INTEGER))
                                    .addProperty(
                                            "towns", schema(SchemaType.ARRAY).minItems(1))
                                    .addProperty("tolls", schema(SchemaType.ARRAY))
                                    .addProperty("note", schema(SchemaType.STRING, SchemaType.NULL))
                                    .addProperty(
                                            "opened",
                                            OASFactory.createSchema()
                                                    .anyOf(List.of(ref("PartialDate"), schema(SchemaType.NULL)))))
                    .addSchema(
                            "Close",
                            OASFactory.createSchema()
                                    .type(List.of(SchemaType.OBJECT))
                                    .addProperty("town", schema(SchemaType.STRING)))
                    .addSchema(
                            "Toll",
                            OASFactory.createSchema()
                                    .type(List.of(SchemaType.OBJECT))
                                    .addProperty("payer", schema(SchemaType.STRING, SchemaType.NULL))
                                    .addProperty("towns", schema(SchemaType.ARRAY))
                                    .addProperty("step", ref("Step").type(List.of(SchemaType.OBJECT)))
                                    .addProperty("paidAt", ref("Instant"))
                                    .addProperty(
                                            "dueOn",
                                            OASFactory.createSchema()
                                                    .anyOf(List.of(ref("LocalDate"), schema(SchemaType.NULL)))))
                    .addSchema("Instant", schema(SchemaType.STRING))
                    .addSchema("LocalDate", schema(SchemaType.STRING)));

    RegistryOpenApiTest() {
        new RegistryOpenApi().filterOpenAPI(api);
    }

    @Test
    void eachRecordOfAChoiceSaysWhichOneItIs() {
        var properties = schemaOf("Build").getProperties();
        assertEquals(
                List.of("type", "spans", "towns", "tolls", "note", "opened"),
                properties.keySet().stream().toList());
        assertEquals(
                List.of("build"), Objects.requireNonNull(properties.get("type")).getEnumeration());
        assertEquals(List.of("type", "town"), schemaOf("Close").getRequired());
    }

    @Test
    void whatMayBeNullOrEmptyMayBeLeftOutOfARecordOfAChoice() {
        assertEquals(List.of("type", "spans", "towns"), schemaOf("Build").getRequired());
    }

    @Test
    void allFieldsOfOtherRecordsAreThere() {
        assertEquals(
                List.of("payer", "towns", "step", "paidAt", "dueOn"),
                schemaOf("Toll").getRequired());
    }

    @Test
    void aChoiceHasNoTypeBesideItsRecords() {
        assertNull(schemaOf("Step").getType());
    }

    @Test
    void aReferenceHasNoTypeBesideIt() {
        var step = propertyOfToll("step");
        assertNull(step.getType());
        assertEquals(SCHEMAS + "Step", step.getRef());
    }

    @Test
    void daysAndInstantsAreFormatsRatherThanShapes() {
        assertEquals("date-time", propertyOfToll("paidAt").getFormat());
        assertNull(propertyOfToll("paidAt").getRef());
        assertEquals(
                List.of(SchemaType.STRING, SchemaType.NULL),
                propertyOfToll("dueOn").getType());
        assertEquals("date", propertyOfToll("dueOn").getFormat());
        assertNull(api.getComponents().getSchemas().get("Instant"));
    }

    private Schema propertyOfToll(String name) {
        return Objects.requireNonNull(schemaOf("Toll").getProperties().get(name));
    }

    private Schema schemaOf(String name) {
        return Objects.requireNonNull(api.getComponents().getSchemas().get(name));
    }

    private static Schema schema(SchemaType... types) {
        return OASFactory.createSchema().type(List.of(types));
    }

    private static Schema ref(String name) {
        return OASFactory.createSchema().ref(SCHEMAS + name);
    }
}
