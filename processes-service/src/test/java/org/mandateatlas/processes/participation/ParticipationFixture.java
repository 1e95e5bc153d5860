package org.mandateatlas.processes.participation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mandateatlas.registry.DocumentJson;

/** A participation that keeps every rule, of which a test says only what it is about. */
public final class ParticipationFixture {

    private final ObjectNode tree = DocumentJson.stored("""
            {"id": "berne-initiative-iom-observer", "process": "berne-initiative", "institution": "iom",
             "role": "observer", "text": "Looks on.", "validity": {"from": "2001-06"},
             "citations": [{"source": "newland-2004", "locator": "line 1"}]}""");

    private ParticipationFixture() {}

    /** Begins with the defaults. */
    public static ParticipationFixture aParticipation() {
        return new ParticipationFixture();
    }

    /** Names it. */
    public ParticipationFixture called(String id) {
        tree.put("id", id);
        return this;
    }

    /** Sets the process. */
    public ParticipationFixture in(String process) {
        tree.put("process", process);
        return this;
    }

    /** Sets the institution. */
    public ParticipationFixture of(String institution) {
        tree.put("institution", institution);
        return this;
    }

    /** Sets an actor instead of an institution. */
    public ParticipationFixture ofActor(String name, String kind) {
        tree.remove("institution");
        return alsoOfActor(name, kind);
    }

    /** Sets an actor as well. */
    public ParticipationFixture alsoOfActor(String name, String kind) {
        tree.putObject("actor").put("name", name).put("kind", kind);
        return this;
    }

    /** Sets no participant. */
    public ParticipationFixture ofNobody() {
        tree.remove("institution");
        return this;
    }

    /** Sets the role. */
    public ParticipationFixture as(String role) {
        tree.put("role", role);
        return this;
    }

    /** Sets the text. */
    public ParticipationFixture doing(String text) {
        tree.put("text", text);
        return this;
    }

    /** Sets the beginning. */
    public ParticipationFixture from(String date) {
        tree.withObjectProperty("validity").put("from", date);
        return this;
    }

    /** Sets the end and cites a source for it. */
    public ParticipationFixture until(String date) {
        tree.withObjectProperty("validity").put("to", date);
        tree.withArrayProperty("citations")
                .addObject()
                .put("source", "newland-2004")
                .put("locator", "line 3");
        return this;
    }

    /** Sets the last attestation. */
    public ParticipationFixture attestedUntil(String date) {
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
    public Participation participation() {
        return DocumentJson.read(tree, Participation.class);
    }
}
