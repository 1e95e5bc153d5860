package org.mandateatlas.processes.meeting;

import jakarta.inject.Singleton;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.processes.fact.Figure;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.NameTemplate;
import org.mandateatlas.registry.timeline.TimelineBuilder;

/** The document type of meetings. */
@Singleton
public class Meetings implements DocumentType<Meeting> {

    @Override
    public String stream() {
        return "meeting";
    }

    @Override
    public String collection() {
        return "meetings";
    }

    @Override
    public Class<Meeting> record() {
        return Meeting.class;
    }

    @Override
    public void check(Meeting meeting, Violations violations) {
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

    /** That it ended is no entry of its own, once it is known that it was held. */
    @Override
    public void timeline(Meeting meeting, TimelineBuilder timeline) {
        var validity = meeting.validity();
        var place = meeting.place() == null ? "" : " in " + meeting.place();
        var until = validity.to() == null || validity.to().equals(validity.from()) ? "" : ", until " + validity.to();
        timeline.add(
                validity.from(),
                "met",
                NameTemplate.placeholder("process", meeting.process()) + " meets" + place + until + ": "
                        + timeline.name(),
                meeting,
                validity);
        timeline.addDeclared();
    }
}
