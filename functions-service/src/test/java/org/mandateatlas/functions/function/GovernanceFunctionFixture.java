package org.mandateatlas.functions.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mandateatlas.registry.DocumentJson;

/** A function that keeps every rule, of which a test says only what it is about. */
public final class GovernanceFunctionFixture {

    private final ObjectNode tree = DocumentJson.stored("""
            {"id": "coordination", "name": "Coordination", "description": "Let institutions act together.",
             "standing": "starting-point", "rank": 9, "reason": "Nobody loses by it.",
             "citations": [{"source": "newland-2004", "locator": "line 1"}]}""");

    private GovernanceFunctionFixture() {}

    /** Begins with the defaults. */
    public static GovernanceFunctionFixture aFunction() {
        return new GovernanceFunctionFixture();
    }

    /** Names it. */
    public GovernanceFunctionFixture called(String id) {
        tree.put("id", id);
        return this;
    }

    /** Sets the name. */
    public GovernanceFunctionFixture named(String name) {
        tree.put("name", name);
        return this;
    }

    /** Sets the standing. */
    public GovernanceFunctionFixture standing(String standing) {
        tree.put("standing", standing);
        return this;
    }

    /** Sets the rank. */
    public GovernanceFunctionFixture inPlace(int rank) {
        tree.put("rank", rank);
        return this;
    }

    /** Sets the beginning. */
    public GovernanceFunctionFixture from(String date) {
        tree.withObjectProperty("validity").put("from", date);
        return this;
    }

    /** Sets the end and cites a source for it. */
    public GovernanceFunctionFixture until(String date) {
        tree.withObjectProperty("validity").put("to", date);
        tree.withArrayProperty("citations")
                .addObject()
                .put("source", "newland-2004")
                .put("locator", "line 3");
        return this;
    }

    /** Leaves out where it stands. */
    public GovernanceFunctionFixture uncited() {
        tree.remove("citations");
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
    public GovernanceFunction function() {
        return DocumentJson.read(tree, GovernanceFunction.class);
    }
}
