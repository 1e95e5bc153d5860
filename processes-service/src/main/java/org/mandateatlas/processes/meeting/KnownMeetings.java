package org.mandateatlas.processes.meeting;

import java.util.Optional;

/** The meetings that there are, as far as is known. */
public interface KnownMeetings {

    /** Returns the meeting as it is known now, unless there is none. */
    Optional<ProcessMeeting> find(String id);
}
