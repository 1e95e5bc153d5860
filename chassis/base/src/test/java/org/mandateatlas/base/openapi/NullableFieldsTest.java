package org.mandateatlas.base.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.Index;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NullableFieldsTest {

    /** A record with fields that may be null and others. */
    @org.eclipse.microprofile.openapi.annotations.media.Schema(name = "Example")
    record ExampleRecord(
            String name,
            @Nullable String note,
            Other other,
            @Nullable Other last,
            @Nullable Object any,
            @Nullable Integer version) {}

    /** Another record. */
    record Other(List<String> names) {}

    private static final String OTHER = "#/components/schemas/Other";

    @Test
    void onlyNullableFieldsThatAreWrittenAllowNull() throws Exception {
        var name = OASFactory.createSchema().type(List.of(SchemaType.STRING));
        var note = OASFactory.createSchema().type(List.of(SchemaType.STRING));
        var other = OASFactory.createSchema().ref(OTHER);
        var last = OASFactory.createSchema().ref(OTHER);
        var any = OASFactory.createSchema();
        var version =
                OASFactory.createSchema().type(List.of(SchemaType.INTEGER)).readOnly(true);
        var properties =
                Map.of("name", name, "note", note, "other", other, "last", last, "any", any, "version", version);
        var api = OASFactory.createOpenAPI()
                .components(OASFactory.createComponents()
                        .addSchema("Example", OASFactory.createSchema().properties(properties)));

        var filter = new NullableFields(Index.of(ExampleRecord.class, Other.class));
        filter.filterOpenAPI(api);
        filter.filterOpenAPI(api);

        assertEquals(List.of(SchemaType.STRING), name.getType());
        assertEquals(List.of(SchemaType.STRING, SchemaType.NULL), note.getType());
        assertEquals(OTHER, other.getRef());
        assertNull(last.getRef());
        assertEquals(2, last.getAnyOf().size());
        assertEquals(List.of(SchemaType.NULL), last.getAnyOf().getLast().getType());
        assertNull(any.getType());
        assertEquals(List.of(SchemaType.INTEGER), version.getType());
    }
}
