package org.mandateatlas.institutions.instrument;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.registry.DocumentJson;

/** An instrument that keeps every rule, of which a test says only what it is about. */
public final class InstrumentFixture {

    private final ObjectNode tree = DocumentJson.stored("""
            {"id": "iom-constitution", "kind": "constitution", "title": "Constitution of the organisation",
             "summary": "Founds the organisation and tells its purposes.", "force": "binding",
             "validity": {"from": "1953-10-19"},
             "citations": [{"source": "newland-2004", "locator": "lines 308-309"}]}""");

    private InstrumentFixture() {}

    /** Begins with the defaults. */
    public static InstrumentFixture anInstrument() {
        return new InstrumentFixture();
    }

    /** Gives it its id. */
    public InstrumentFixture called(String id) {
        tree.put("id", id);
        return this;
    }

    /** Sets abbreviation and symbol. */
    public InstrumentFixture known(String shortTitle, String symbol) {
        tree.put("shortTitle", shortTitle).put("symbol", symbol);
        return this;
    }

    /** Sets the adoption. */
    public InstrumentFixture adopted(String date, String institution) {
        cite(tree.putObject("adoption").put("date", date).put("by", institution));
        return this;
    }

    /** Adds a period in force. */
    public InstrumentFixture inForce(@Nullable String from, @Nullable String to) {
        var period = tree.withArrayProperty("inForce").addObject();
        period.putObject("validity").put("from", from).put("to", to);
        cite(period);
        return this;
    }

    /** Adds who watched over it. */
    public InstrumentFixture supervised(String institution, @Nullable String from, @Nullable String to) {
        var supervision = tree.withArrayProperty("supervisedBy").addObject().put("institution", institution);
        supervision.putObject("validity").put("from", from).put("to", to);
        cite(supervision);
        return this;
    }

    /** Sets the instrument it is part of. */
    public InstrumentFixture partOf(String instrument) {
        tree.put("partOf", instrument);
        return this;
    }

    /** Adds an instrument whose place it took. */
    public InstrumentFixture superseding(String instrument) {
        cite(tree.withArrayProperty("supersedes")
                .addObject()
                .put("instrument", instrument)
                .put("manner", "explicit"));
        return this;
    }

    /** Adds an amendment. */
    public InstrumentFixture amended(@Nullable String adoptedOn, @Nullable String inForceOn, String text) {
        cite(tree.withArrayProperty("amendments")
                .addObject()
                .put("adoptedOn", adoptedOn)
                .put("inForceOn", inForceOn)
                .put("text", text));
        return this;
    }

    /** Adds a figure. */
    public InstrumentFixture counting(String measure, String value, String asOf) {
        cite(tree.withArrayProperty("figures")
                .addObject()
                .put("measure", measure)
                .put("value", new BigDecimal(value))
                .put("unit", "units")
                .put("asOf", asOf));
        return this;
    }

    /** Adds what its entry into force needed. */
    public InstrumentFixture needing(String value) {
        cite(tree.withArrayProperty("thresholds")
                .addObject()
                .put("condition", "Entry into force")
                .put("value", new BigDecimal(value))
                .put("unit", "ratifications"));
        return this;
    }

    /** Sets the end. */
    public InstrumentFixture until(String date) {
        tree.withObjectProperty("validity").put("to", date);
        return this;
    }

    private static void cite(ObjectNode fact) {
        fact.putArray("citations").addObject().put("source", "newland-2004");
    }

    /** Returns the body of a write. */
    public String json() {
        return DocumentJson.write(tree);
    }

    /** Returns the body as a tree. */
    public ObjectNode tree() {
        return tree.deepCopy();
    }

    /** Returns the document. */
    public Instrument instrument() {
        return DocumentJson.read(tree, Instrument.class);
    }
}
