package org.mandateatlas.processes.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mandateatlas.registry.DocumentJson;

/** A process that keeps every rule, of which a test says only what it is about. */
public final class GovernanceProcessFixture {

    private static final String CITED = "\"citations\": [{\"source\": \"newland-2004\", \"locator\": \"line 1\"}]";

    private final ObjectNode tree = DocumentJson.stored("""
            {"id": "talks", "name": "Talks on Migration", "kind": "dialogue", "summary": "States talk it over.",
             "functions": ["discussion-platform"], "validity": {"from": "2001"}, %s}""".formatted(CITED));

    private GovernanceProcessFixture() {}

    /** Begins with the defaults. */
    public static GovernanceProcessFixture aProcess() {
        return new GovernanceProcessFixture();
    }

    /** Names it. */
    public GovernanceProcessFixture called(String id) {
        tree.put("id", id);
        return this;
    }

    /** Sets the name. */
    public GovernanceProcessFixture named(String name) {
        tree.put("name", name);
        return this;
    }

    /** Sets the abbreviation. */
    public GovernanceProcessFixture abbreviated(String abbreviation) {
        tree.put("abbreviation", abbreviation);
        return this;
    }

    /** Sets the kind. */
    public GovernanceProcessFixture kind(String kind) {
        tree.put("kind", kind);
        return this;
    }

    /** Sets the stage. */
    public GovernanceProcessFixture stage(String stage) {
        tree.put("stage", stage);
        return this;
    }

    /** Sets the functions. */
    public GovernanceProcessFixture serving(String... functions) {
        var list = tree.putArray("functions");
        for (var function : functions) {
            list.add(function);
        }
        return this;
    }

    /** Opens it to somebody from a date on. */
    public GovernanceProcessFixture openTo(String who, String from) {
        return with("openTo", "{\"who\": \"%s\", \"validity\": {\"from\": \"%s\"}, %s}".formatted(who, from, CITED));
    }

    /** Sets the normativity. */
    public GovernanceProcessFixture normative(String level) {
        tree.set(
                "normativity",
                DocumentJson.stored(
                        "{\"level\": \"%s\", \"text\": \"It asks nothing of anybody.\", %s}".formatted(level, CITED)));
        return this;
    }

    /** Sets the frequency in a period. */
    public GovernanceProcessFixture meeting(String text, String from, String to) {
        return with(
                "frequency",
                "{\"text\": \"%s\", \"validity\": {\"from\": \"%s\", \"to\": \"%s\"}, %s}"
                        .formatted(text, from, to, CITED));
    }

    /** Sets a strength. */
    public GovernanceProcessFixture goodAt(String text) {
        return with("strengths", "{\"text\": \"%s\", %s}".formatted(text, CITED));
    }

    /** Sets a weakness. */
    public GovernanceProcessFixture failingAt(String text) {
        return with("weaknesses", "{\"text\": \"%s\", %s}".formatted(text, CITED));
    }

    /** Sets the predecessor. */
    public GovernanceProcessFixture after(String process) {
        return with(
                "predecessors", "{\"process\": \"%s\", \"takenOver\": \"All of it.\", %s}".formatted(process, CITED));
    }

    /** Sets the number of states at a date. */
    public GovernanceProcessFixture counting(int states, String asOf) {
        return with(
                "figures",
                "{\"measure\": \"states\", \"value\": %d, \"unit\": \"states\", \"asOf\": \"%s\", %s}"
                        .formatted(states, asOf, CITED));
    }

    /** Sets a remark from a date on. */
    public GovernanceProcessFixture remark(String text, String from) {
        return with("remarks", "{\"text\": \"%s\", \"validity\": {\"from\": \"%s\"}, %s}".formatted(text, from, CITED));
    }

    private GovernanceProcessFixture with(String list, String item) {
        tree.withArrayProperty(list).add(DocumentJson.stored(item));
        return this;
    }

    /** Sets the beginning. */
    public GovernanceProcessFixture from(String date) {
        tree.withObjectProperty("validity").put("from", date);
        return this;
    }

    /** Sets the end and cites a source for it. */
    public GovernanceProcessFixture until(String date) {
        tree.withObjectProperty("validity").put("to", date);
        tree.withArrayProperty("citations")
                .addObject()
                .put("source", "newland-2004")
                .put("locator", "line 3");
        return this;
    }

    /** Sets the last attestation. */
    public GovernanceProcessFixture attestedUntil(String date) {
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
    public GovernanceProcess process() {
        return DocumentJson.read(tree, GovernanceProcess.class);
    }
}
