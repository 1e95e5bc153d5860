package org.mandateatlas.functions.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mandateatlas.registry.DocumentJson;

/** A governance model that keeps every rule, of which a test says only what it is about. */
public final class GovernanceModelFixture {

    private final ObjectNode tree = DocumentJson.stored("""
            {"id": "network", "name": "A network", "direction": "bottom-up", "description": "Officials who know one another.",
             "features": [{"text": "Informal.", "citations": [{"source": "newland-2004", "locator": "line 1"}]}],
             "arguments": [{"text": "Quick.", "citations": [{"source": "newland-2004", "locator": "line 1"}]}],
             "obstacles": [{"text": "Unaccountable.", "citations": [{"source": "newland-2004", "locator": "line 1"}]}],
             "examples": [{"text": "Finance ministers.", "citations": [{"source": "newland-2004", "locator": "line 1"}]}],
             "citations": [{"source": "newland-2004", "locator": "line 1"}]}""");

    private GovernanceModelFixture() {}

    /** Begins with the defaults. */
    public static GovernanceModelFixture aModel() {
        return new GovernanceModelFixture();
    }

    /** Names it. */
    public GovernanceModelFixture called(String id) {
        tree.put("id", id);
        return this;
    }

    /** Sets the name. */
    public GovernanceModelFixture named(String name) {
        tree.put("name", name);
        return this;
    }

    /** Sets the model. */
    public GovernanceModelFixture growing(String direction) {
        tree.put("direction", direction);
        return this;
    }

    /** Sets the end and cites a source for it. */
    public GovernanceModelFixture until(String date) {
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
    public GovernanceModel model() {
        return DocumentJson.read(tree, GovernanceModel.class);
    }
}
