package org.mandateatlas.functions.objective;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mandateatlas.registry.DocumentJson;

/** An objective that keeps every rule, of which a test says only what it is about. */
public final class ObjectiveFixture {

    private final ObjectNode tree = DocumentJson.stored("""
            {"id": "safe-transit", "name": "Safe transit", "text": "Let nobody die on the way.", "rank": 1,
             "citations": [{"source": "newland-2004", "locator": "line 1"}]}""");

    private ObjectiveFixture() {}

    /** Begins with the defaults. */
    public static ObjectiveFixture anObjective() {
        return new ObjectiveFixture();
    }

    /** Names it. */
    public ObjectiveFixture called(String id) {
        tree.put("id", id);
        return this;
    }

    /** Sets the name. */
    public ObjectiveFixture named(String name) {
        tree.put("name", name);
        return this;
    }

    /** Sets the rank. */
    public ObjectiveFixture inPlace(int rank) {
        tree.put("rank", rank);
        return this;
    }

    /** Sets the end and cites a source for it. */
    public ObjectiveFixture until(String date) {
        tree.withObjectProperty("validity").put("to", date);
        tree.withArrayProperty("citations")
                .addObject()
                .put("source", "newland-2004")
                .put("locator", "line 3");
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
    public Objective objective() {
        return DocumentJson.read(tree, Objective.class);
    }
}
