package org.mandateatlas.registry;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Completes, before the service is ready, index entries that were written before the present index. */
@Singleton
class IndexUpgrade {

    private static final int BATCH = 500;

    private final EntryRepository entries;
    private final DocumentTypes types;

    IndexUpgrade(EntryRepository entries, DocumentTypes types) {
        this.entries = entries;
        this.types = types;
    }

    void start(@Observes @Priority(15) StartupEvent event) {
        var completed = 0;
        int batch;
        do {
            batch = QuarkusTransaction.requiringNew().call(this::completeBatch);
            completed += batch;
        } while (batch > 0);
        if (completed > 0) {
            Log.infof("Completed the index entries of %d versions of documents.", completed);
        }
    }

    private int completeBatch() {
        var incomplete = entries.incomplete(BATCH);
        incomplete.forEach(version -> entries.complete(version, entry(types.of(version.stream()), version.document())));
        return incomplete.size();
    }

    private static <D extends Document> IndexEntry entry(DocumentType<D> type, String text) {
        return IndexEntry.of(type, DocumentJson.stored(text, type.record()), List.of());
    }
}
