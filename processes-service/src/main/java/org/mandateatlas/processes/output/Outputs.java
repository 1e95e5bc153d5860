package org.mandateatlas.processes.output;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.processes.fact.Figure;
import org.mandateatlas.processes.meeting.KnownMeetings;
import org.mandateatlas.processes.meeting.Meeting;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.Reference;

/** The document type of outputs. */
@Singleton
public class Outputs implements DocumentType<Output> {

    private final KnownMeetings meetings;

    /** Receives the meetings that outputs may refer to. */
    public Outputs(KnownMeetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public String stream() {
        return "output";
    }

    @Override
    public String collection() {
        return "outputs";
    }

    @Override
    public Class<Output> record() {
        return Output.class;
    }

    @Override
    public void check(Output output, Violations violations) {
        Figure.check(output.figures(), violations);
        if (output.meeting() != null) {
            meetings.find(output.meeting()).ifPresent(meeting -> checkMeeting(output, meeting, violations));
        }
    }

    private static void checkMeeting(Output output, Meeting meeting, Violations violations) {
        if (!meeting.process().equals(output.process())) {
            violations.add("/meeting", "belongs to the process '" + meeting.process() + "'");
        }
    }

    private static void refer(List<Reference> references, String stream, @Nullable String id) {
        if (id != null) {
            references.add(new Reference("/" + stream, stream, id));
        }
    }

    @Override
    public int searchRank() {
        return 5;
    }
}
