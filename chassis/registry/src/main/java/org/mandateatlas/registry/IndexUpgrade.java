package org.mandateatlas.registry;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Replaces, before the service is ready, index entries that an earlier index or text analyzer wrote. */
@Singleton
public class IndexUpgrade {

    private static final int BATCH = 500;

    private final IndexUpgradeRepository entries;
    private final DocumentTypes types;

    IndexUpgrade(IndexUpgradeRepository entries, DocumentTypes types) {
        this.entries = entries;
        this.types = types;
    }

    void start(@Observes @Priority(15) StartupEvent event) {
        run();
    }

    /** Replaces all outdated entries. */
    public void run() {
        QuarkusTransaction.requiringNew().run(() -> entries.advance(TextAnalyzer.VERSION));
        var replaced = 0;
        int batch;
        do {
            batch = QuarkusTransaction.requiringNew().call(this::replaceBatch);
            replaced += batch;
        } while (batch > 0);
        if (replaced > 0) {
            Log.infof("Indexed %d versions of documents again.", replaced);
        }
    }

    private int replaceBatch() {
        var outdated = entries.outdated(BATCH);
        outdated.forEach(version -> entries.replace(version, entry(types.of(version.stream()), version.document())));
        return outdated.size();
    }

    private static <D extends Document> IndexEntry entry(DocumentType<D> type, String text) {
        return IndexEntry.of(type, DocumentJson.stored(text, type.record()), List.of());
    }
}
