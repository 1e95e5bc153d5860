package org.mandateatlas.functions.capacity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mandateatlas.registry.DocumentJson;

/** A capacity that keeps every rule, of which a test says only what it is about. */
public final class CapacityFixture {

    private final ObjectNode tree = DocumentJson.stored("""
            {"id": "iom-coordination", "institution": "iom", "function": "coordination", "level": "limited",
             "text": "Brings states together now and then.", "populations": ["migrants"],
             "validity": {"from": "2001"},
             "citations": [{"source": "newland-2004", "locator": "line 1"}]}""");

    private CapacityFixture() {}

    /** Begins with the defaults. */
    public static CapacityFixture aCapacity() {
        return new CapacityFixture();
    }

    /** Names it. */
    public CapacityFixture called(String id) {
        tree.put("id", id);
        return this;
    }

    /** Sets the institution. */
    public CapacityFixture of(String institution) {
        tree.put("institution", institution);
        return this;
    }

    /** Sets the function. */
    public CapacityFixture in(String function) {
        tree.put("function", function);
        return this;
    }

    /** Sets the level. */
    public CapacityFixture at(String level) {
        tree.put("level", level);
        return this;
    }

    /** Sets the reason. */
    public CapacityFixture because(String reason) {
        tree.put("reason", reason);
        return this;
    }

    /** Sets the mechanism. */
    public CapacityFixture through(String mechanism) {
        tree.put("mechanism", mechanism);
        return this;
    }

    /** Sets the text. */
    public CapacityFixture text(String text) {
        tree.put("text", text);
        return this;
    }

    /** Sets the beneficiaries. */
    public CapacityFixture forWhom(String population) {
        tree.putArray("populations").add(population);
        return this;
    }

    /** Sets the beginning. */
    public CapacityFixture from(String date) {
        tree.withObjectProperty("validity").put("from", date);
        return this;
    }

    /** Sets the end and cites a source for it. */
    public CapacityFixture until(String date) {
        tree.withObjectProperty("validity").put("to", date);
        tree.withArrayProperty("citations")
                .addObject()
                .put("source", "newland-2004")
                .put("locator", "line 3");
        return this;
    }

    /** Sets the last attestation. */
    public CapacityFixture attestedUntil(String date) {
        tree.withObjectProperty("validity").put("lastAttested", date);
        return this;
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
    public Capacity capacity() {
        return DocumentJson.read(tree, Capacity.class);
    }
}
