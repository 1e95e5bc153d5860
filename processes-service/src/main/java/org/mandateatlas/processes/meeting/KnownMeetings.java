package org.mandateatlas.processes.meeting;

import java.util.Optional;

/** Looks up meetings. */
public interface KnownMeetings {

    /** Returns the current version of a meeting, if it exists. */
    Optional<Meeting> find(String id);
}
