package org.mandateatlas.processes.meeting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mandateatlas.registry.DocumentJson;

/** A meeting that keeps every rule, of which a test says only what it is about. */
public final class MeetingFixture {

    private final ObjectNode tree = DocumentJson.stored("""
            {"id": "berne-ii", "process": "berne-initiative", "name": "Berne II", "place": "Berne",
             "theme": "What comes next", "summary": "States spoke.",
             "validity": {"from": "2004-12-16", "to": "2004-12-17"},
             "citations": [{"source": "newland-2004", "locator": "line 1"}]}""");

    private MeetingFixture() {}

    /** Begins with the defaults. */
    public static MeetingFixture aMeeting() {
        return new MeetingFixture();
    }

    /** Names it. */
    public MeetingFixture called(String id) {
        tree.put("id", id);
        return this;
    }

    /** Sets the name. */
    public MeetingFixture named(String name) {
        tree.put("name", name);
        return this;
    }

    /** Sets the process. */
    public MeetingFixture of(String process) {
        tree.put("process", process);
        return this;
    }

    /** Sets the number of states at a date. */
    public MeetingFixture counting(int states, String asOf) {
        tree.withArrayProperty("figures").add(DocumentJson.stored("""
                        {"measure": "states", "value": %d, "unit": "states", "asOf": "%s",
                         "citations": [{"source": "newland-2004", "locator": "line 1"}]}""".formatted(states, asOf)));
        return this;
    }

    /** Sets the beginning. */
    public MeetingFixture from(String date) {
        tree.withObjectProperty("validity").put("from", date);
        return this;
    }

    /** Sets the end and cites a source for it. */
    public MeetingFixture until(String date) {
        tree.withObjectProperty("validity").put("to", date);
        tree.withArrayProperty("citations")
                .addObject()
                .put("source", "newland-2004")
                .put("locator", "line " + date);
        return this;
    }

    /** Leaves out when it was. */
    public MeetingFixture undated() {
        tree.remove("validity");
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
    public Meeting meeting() {
        return DocumentJson.read(tree, Meeting.class);
    }
}
