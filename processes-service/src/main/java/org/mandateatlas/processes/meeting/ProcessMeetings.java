package org.mandateatlas.processes.meeting;

import jakarta.inject.Singleton;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.processes.fact.Figure;
import org.mandateatlas.registry.DocumentType;

/** The collection of meetings: its rules, what it is found by, what it refers to. */
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
            violations.add("/validity/from", "is required of a meeting");
        }
        if (meeting.validity().to() == null) {
            violations.add("/validity/to", "is required of a meeting");
        }
        Figure.check(meeting.figures(), violations);
    }

    @Override
    public int searchRank() {
        return 6;
    }
}
