package org.mandateatlas.registry.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.junit.jupiter.api.Test;

/** Requests need not contain what the registry sets, what may be null, and what has a default. */
class RequestSchemasTest {

    private final Components components = OASFactory.createComponents()
            .addSchema(
                    "Bridge",
                    object(
                                    "id",
                                    "version",
                                    "name",
                                    "nickname",
                                    "spans",
                                    "open",
                                    "towns",
                                    "tolls",
                                    "architect",
                                    "validity")
                            .addProperty("id", type(SchemaType.STRING))
                            .addProperty("version", type(SchemaType.INTEGER).readOnly(true))
                            .addProperty("name", type(SchemaType.STRING))
                            .addProperty("nickname", type(SchemaType.STRING, SchemaType.NULL))
                            .addProperty("spans", type(SchemaType.INTEGER))
                            .addProperty("open", type(SchemaType.BOOLEAN))
                            .addProperty("towns", list(type(SchemaType.STRING)).minItems(1))
                            .addProperty("tolls", list(ref("Toll")))
                            .addProperty(
                                    "architect",
                                    OASFactory.createSchema().anyOf(List.of(ref("Architect"), type(SchemaType.NULL))))
                            .addProperty("validity", ref("Validity"))
                            .addProperty("citations", list(ref("Citation"))))
            .addSchema(
                    "Toll",
                    object("amount", "validity")
                            .addProperty("amount", type(SchemaType.INTEGER))
                            .addProperty("validity", ref("Validity")))
            .addSchema("Architect", object("name").addProperty("name", type(SchemaType.STRING)))
            .addSchema("Citation", object("source").addProperty("source", type(SchemaType.STRING)))
            .addSchema(
                    "Validity",
                    object("from", "to")
                            .addProperty("from", type(SchemaType.STRING, SchemaType.NULL))
                            .addProperty("to", type(SchemaType.STRING, SchemaType.NULL)));

    RequestSchemasTest() {
        RequestSchemas.derive(components, "Bridge");
    }

    @Test
    void anInputRequiresExactlyWhatADocumentMustHave() {
        assertEquals(
                List.of("name", "spans", "towns", "citations"),
                schema("BridgeInput").getRequired());
    }

    @Test
    void anInputHasNoReadOnlyFields() {
        assertFalse(schema("BridgeInput").getProperties().containsKey("version"));
    }

    @Test
    void aShapeThatDiffersInRequestsHasAnInputOfItsOwn() {
        assertEquals(List.of("amount"), schema("TollInput").getRequired());
        assertEquals(
                "#/components/schemas/TollInput",
                Objects.requireNonNull(property("BridgeInput", "tolls").getItems())
                        .getRef());
        assertNull(schema("ValidityInput").getRequired());
        assertNull(components.getSchemas().get("ArchitectInput"));
    }

    @Test
    void inAPatchEveryFieldIsOptionalAndMayBeNull() {
        assertNull(schema("BridgePatch").getRequired());
        assertEquals(
                List.of(SchemaType.STRING, SchemaType.NULL),
                property("BridgePatch", "name").getType());
        assertEquals(
                List.of(SchemaType.ARRAY, SchemaType.NULL),
                property("BridgePatch", "towns").getType());
        assertFalse(schema("BridgePatch").getProperties().containsKey("id"));
    }

    @Test
    void aShapeInsideAPatchIsAPatchButAListIsReplacedAsAWhole() {
        assertEquals(
                "#/components/schemas/ArchitectPatch",
                Objects.requireNonNull(property("BridgePatch", "architect").getAnyOf())
                        .getFirst()
                        .getRef());
        assertEquals(
                "#/components/schemas/TollInput",
                Objects.requireNonNull(property("BridgePatch", "tolls").getItems())
                        .getRef());
    }

    @Test
    void theSchemaOfResponsesStays() {
        assertEquals(
                "#/components/schemas/Toll",
                Objects.requireNonNull(property("Bridge", "tolls").getItems()).getRef());
    }

    private Schema schema(String name) {
        return Objects.requireNonNull(components.getSchemas().get(name), name);
    }

    private Schema property(String schema, String name) {
        return Objects.requireNonNull(schema(schema).getProperties().get(name), name);
    }

    private static Schema object(String... required) {
        return OASFactory.createSchema().type(List.of(SchemaType.OBJECT)).required(List.of(required));
    }

    private static Schema list(Schema items) {
        return type(SchemaType.ARRAY).items(items);
    }

    private static Schema type(SchemaType... types) {
        return OASFactory.createSchema().type(List.of(types));
    }

    private static Schema ref(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }
}
