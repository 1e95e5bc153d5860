package org.mandateatlas.processes.meeting;

import jakarta.inject.Singleton;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.processes.fact.Figure;
import org.mandateatlas.registry.DocumentType;

/** The document type of meetings. */
@Singleton
public class ProcessMeetings implements DocumentType<ProcessMeeting> {

    @Override
    public String stream() {
        return "meeting";
    }

    @Override
    public String collection() {
        return "meetings";
    }

    @Override
    public Class<ProcessMeeting> record() {
        return ProcessMeeting.class;
    }

    @Override
    public void check(ProcessMeeting meeting, Violations violations) {
        if (meeting.validity().from() == null) {
            violations.add("/validity/from", "is required for a meeting");
        }
        if (meeting.validity().to() == null) {
            violations.add("/validity/to", "is required for a meeting");
        }
        Figure.check(meeting.figures(), violations);
    }

    @Override
    public int searchRank() {
        return 6;
    }
}
