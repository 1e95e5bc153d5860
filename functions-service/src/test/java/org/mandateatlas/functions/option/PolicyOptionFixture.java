package org.mandateatlas.functions.option;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.mandateatlas.registry.DocumentJson;

/** A policy option that keeps every rule, of which a test says only what it is about. */
public final class PolicyOptionFixture {

    private final ObjectNode tree = DocumentJson.stored("""
            {"id": "new-agency", "name": "A new agency", "summary": "Found one for all.", "rank": 1,
             "model": "top-down", "baseline": "2004-12-31",
             "advantages": [{"text": "One address.", "citations": [{"source": "newland-2004", "locator": "line 1"}]}],
             "obstacles": [{"text": "No money.", "citations": [{"source": "newland-2004", "locator": "line 1"}]}],
             "citations": [{"source": "newland-2004", "locator": "line 1"}]}""");

    private PolicyOptionFixture() {}

    /** Begins with the defaults. */
    public static PolicyOptionFixture anOption() {
        return new PolicyOptionFixture();
    }

    /** Names it. */
    public PolicyOptionFixture called(String id) {
        tree.put("id", id);
        return this;
    }

    /** Sets the name. */
    public PolicyOptionFixture named(String name) {
        tree.put("name", name);
        return this;
    }

    /** Sets the rank. */
    public PolicyOptionFixture inPlace(int rank) {
        tree.put("rank", rank);
        return this;
    }

    /** Sets the model. */
    public PolicyOptionFixture growing(String model) {
        tree.put("model", model);
        return this;
    }

    /** Sets the baseline. */
    public PolicyOptionFixture appliedTo(String day) {
        tree.put("baseline", day);
        return this;
    }

    /** Adds an assessment. */
    public PolicyOptionFixture assessedBy(String criterion) {
        cite(tree.withArrayProperty("assessments")
                .addObject()
                .put("criterion", criterion)
                .put("rating", "low")
                .put("reason", "Too dear."));
        return this;
    }

    /** Adds operations, each as JSON. */
    public PolicyOptionFixture doing(String... operations) {
        var list = tree.withArrayProperty("operations");
        List.of(operations).forEach(operation -> list.add(DocumentJson.stored(operation)));
        return this;
    }

    /** Adds an outcome. */
    public PolicyOptionFixture endingIn(String text, String date) {
        cite(tree.withArrayProperty("outcomes").addObject().put("text", text).put("date", date));
        return this;
    }

    /** Sets the end and cites a source for it. */
    public PolicyOptionFixture until(String date) {
        tree.withObjectProperty("validity").put("to", date);
        tree.withArrayProperty("citations")
                .addObject()
                .put("source", "newland-2004")
                .put("locator", "line 3");
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
    public PolicyOption option() {
        return DocumentJson.read(tree, PolicyOption.class);
    }
}
