package org.mandateatlas.institutions.institution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.registry.DocumentJson;

/** An institution that keeps every rule, of which a test says only what it is about. */
public final class InstitutionFixture {

    private final ObjectNode tree = DocumentJson.stored("""
            {"id": "iom", "kind": "intergovernmental-organization", "summary": "Organisation for migration.",
             "names": [], "validity": {"from": "1951-12"},
             "citations": [{"source": "newland-2004", "locator": "lines 303-304"}]}""");

    private boolean named;

    private InstitutionFixture() {}

    /** Begins with the defaults. */
    public static InstitutionFixture anInstitution() {
        return new InstitutionFixture();
    }

    /** Gives it its id. */
    public InstitutionFixture called(String id) {
        tree.put("id", id);
        return this;
    }

    /** Adds an official name in English. */
    public InstitutionFixture named(String name, @Nullable String from, @Nullable String to) {
        return named("official", name, "en", from, to);
    }

    /** Adds an abbreviation in English. */
    public InstitutionFixture abbreviated(String name, @Nullable String from, @Nullable String to) {
        return named("abbreviation", name, "en", from, to);
    }

    /** Adds a name. */
    public InstitutionFixture named(
            String kind, String name, String language, @Nullable String from, @Nullable String to) {
        named |= kind.equals("official");
        dated(
                tree.withArrayProperty("names")
                        .addObject()
                        .put("kind", kind)
                        .put("value", name)
                        .put("language", language),
                from,
                to);
        return this;
    }

    /** Adds how it stood to the UN system. */
    public InstitutionFixture standing(String status, @Nullable String from, @Nullable String to) {
        dated(tree.withArrayProperty("unStatus").addObject().put("status", status), from, to);
        return this;
    }

    /** Adds how it stood to another institution. */
    public InstitutionFixture related(String type, String institution) {
        var relation = tree.withArrayProperty("relations").addObject().put("type", type);
        dated(relation.put("institution", institution), null, null);
        return this;
    }

    /** Adds a figure. */
    public InstitutionFixture counting(String measure, String value, String asOf) {
        cite(tree.withArrayProperty("figures")
                .addObject()
                .put("measure", measure)
                .put("value", new BigDecimal(value))
                .put("unit", "units")
                .put("asOf", asOf));
        return this;
    }

    /** Adds headquarters. */
    public InstitutionFixture seated(String place, String country) {
        dated(
                tree.withArrayProperty("headquarters")
                        .addObject()
                        .put("place", place)
                        .put("country", country),
                null,
                null);
        return this;
    }

    /** Sets the end. */
    public InstitutionFixture until(String date) {
        tree.withObjectProperty("validity").put("to", date);
        return this;
    }

    /** Leaves out every official name. */
    public InstitutionFixture nameless() {
        named = true;
        return this;
    }

    private static void dated(ObjectNode fact, @Nullable String from, @Nullable String to) {
        fact.putObject("validity").put("from", from).put("to", to);
        cite(fact);
    }

    private static void cite(ObjectNode fact) {
        fact.putArray("citations").addObject().put("source", "newland-2004");
    }

    /** Returns the body of a write. */
    public String json() {
        return DocumentJson.write(tree());
    }

    /** Returns the body as a tree. */
    public ObjectNode tree() {
        if (!named) {
            named("International Organization for Migration", null, null);
        }
        return tree.deepCopy();
    }

    /** Returns the document. */
    public Institution institution() {
        return DocumentJson.read(tree(), Institution.class);
    }
}
