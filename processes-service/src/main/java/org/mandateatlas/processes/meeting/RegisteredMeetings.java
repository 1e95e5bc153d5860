package org.mandateatlas.processes.meeting;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentRepository;

/** Looks up meetings in the registry. */
@Singleton
class RegisteredMeetings implements KnownMeetings {

    private final DocumentRepository documents;
    private final Meetings meetings;

    RegisteredMeetings(DocumentRepository documents, Meetings meetings) {
        this.documents = documents;
        this.meetings = meetings;
    }

    @Override
    public Optional<Meeting> find(String id) {
        return documents
                .find(meetings, id, null)
                .found()
                .flatMap(stored -> Optional.ofNullable(stored.document()))
                .map(text -> DocumentJson.stored(text, meetings.record()));
    }
}
