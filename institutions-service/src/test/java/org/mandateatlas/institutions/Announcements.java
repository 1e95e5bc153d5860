package org.mandateatlas.institutions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mandateatlas.registry.RevisionCommitted;

/** Collects the streams whose commits are announced. */
@ApplicationScoped
class Announcements {

    private final List<String> streams = new CopyOnWriteArrayList<>();

    void onCommit(@Observes RevisionCommitted event) {
        streams.add(event.stream());
    }

    List<String> streams() {
        return List.copyOf(streams);
    }

    void clear() {
        streams.clear();
    }
}
