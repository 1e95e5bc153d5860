package org.mandateatlas.processes.meeting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mandateatlas.registry.DocumentJson;

/** A meeting that keeps every rule, of which a test says only what it is about. */
public final class ProcessMeetingFixture {

    private final ObjectNode tree = DocumentJson.stored("""
            {"id": "berne-ii", "process": "berne-initiative", "name": "Berne II", "place": "Berne",
             "theme": "What comes next", "summary": "States spoke.",
             "validity": {"from": "2004-12-16", "to": "2004-12-17"},
             "citations": [{"source": "newland-2004", "locator": "line 1"}]}""");

    private ProcessMeetingFixture() {}

    /** Begins with the defaults. */
    public static ProcessMeetingFixture aMeeting() {
        return new ProcessMeetingFixture();
    }

    /** Names it. */
    public ProcessMeetingFixture called(String id) {
        tree.put("id", id);
        return this;
    }

    /** Sets the name. */
    public ProcessMeetingFixture named(String name) {
        tree.put("name", name);
        return this;
    }

    /** Sets the process. */
    public ProcessMeetingFixture of(String process) {
        tree.put("process", process);
        return this;
    }

    /** Sets the number of states at a date. */
    public ProcessMeetingFixture counting(int states, String asOf) {
        tree.withArrayProperty("figures").add(DocumentJson.stored("""
                        {"measure": "states", "value": %d, "unit": "states", "asOf": "%s",
                         "citations": [{"source": "newland-2004", "locator": "line 1"}]}""".formatted(states, asOf)));
        return this;
    }

    /** Sets the beginning. */
    public ProcessMeetingFixture from(String date) {
        tree.withObjectProperty("validity").put("from", date);
        return this;
    }

    /** Sets the end. */
    public ProcessMeetingFixture until(String date) {
        tree.withObjectProperty("validity").put("to", date);
        return this;
    }

    /** Leaves out when it was. */
    public ProcessMeetingFixture undated() {
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
    public ProcessMeeting meeting() {
        return DocumentJson.read(tree, ProcessMeeting.class);
    }
}
