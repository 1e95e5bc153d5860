package org.mandateatlas.processes.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mandateatlas.registry.DocumentJson;

/** An output that keeps every rule, of which a test says only what it is about. */
public final class OutputFixture {

    private static final String CITED = "\"citations\": [{\"source\": \"newland-2004\", \"locator\": \"line 1\"}]";

    private final ObjectNode tree = DocumentJson.stored("""
            {"id": "berne-agenda", "process": "berne-initiative", "title": "Agenda for Migration Management",
             "kind": "agenda", "force": "non-binding", "summary": "What states have in common.",
             "validity": {"from": "2004-12-17"}, %s}""".formatted(CITED));

    private OutputFixture() {}

    /** Begins with the defaults. */
    public static OutputFixture anOutput() {
        return new OutputFixture();
    }

    /** Names it. */
    public OutputFixture called(String id) {
        tree.put("id", id);
        return this;
    }

    /** Sets the name. */
    public OutputFixture titled(String title) {
        tree.put("title", title);
        return this;
    }

    /** Sets the process. */
    public OutputFixture of(String process) {
        tree.put("process", process);
        return this;
    }

    /** Sets the meeting. */
    public OutputFixture outOf(String meeting) {
        tree.put("meeting", meeting);
        return this;
    }

    /** Sets the kind. */
    public OutputFixture kind(String kind) {
        tree.put("kind", kind);
        return this;
    }

    /** Sets the force. */
    public OutputFixture force(String force) {
        tree.put("force", force);
        return this;
    }

    /** Sets the instrument. */
    public OutputFixture being(String instrument) {
        tree.put("instrument", instrument);
        return this;
    }

    /** Sets the number of principles at a date. */
    public OutputFixture counting(int principles, String asOf) {
        tree.withArrayProperty("figures")
                .add(DocumentJson.stored(
                        "{\"measure\": \"principles\", \"value\": %d, \"unit\": \"principles\", \"asOf\": \"%s\", %s}"
                                .formatted(principles, asOf, CITED)));
        return this;
    }

    /** Sets a remark from a date on. */
    public OutputFixture remark(String text, String from) {
        tree.withArrayProperty("remarks")
                .add(DocumentJson.stored(
                        "{\"text\": \"%s\", \"validity\": {\"from\": \"%s\"}, %s}".formatted(text, from, CITED)));
        return this;
    }

    /** Sets the end and cites a source for it. */
    public OutputFixture until(String date) {
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
    public Output output() {
        return DocumentJson.read(tree, Output.class);
    }
}
