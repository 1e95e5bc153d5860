package org.mandateatlas.registry.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.registry.ChangeMetadata;
import org.mandateatlas.registry.DatasetAppender;
import org.mandateatlas.registry.RevisionCommitted;

/**
 * Imports the bundled dataset at startup as regular revisions. A document is imported if its content differs from the last
 * import: a restart changes nothing, a changed file creates a new version, and changes by curators are kept until then. An
 * interrupted import continues after its last committed batch.
 */
@Singleton
class DatasetImport {

    private static final ChangeMetadata METADATA = new ChangeMetadata("dataset", "Bundled dataset", false, null);

    private static final int BATCH = 500;
    private static final int ATTEMPTS = 20;

    private final BundledDataset dataset;
    private final DatasetAppender appender;
    private final ImportRepository imports;
    private final Event<RevisionCommitted> committed;
    private final boolean enabled;

    DatasetImport(
            BundledDataset dataset,
            DatasetAppender appender,
            ImportRepository imports,
            Event<RevisionCommitted> committed,
            @ConfigProperty(name = "atlas.dataset.import", defaultValue = "true") boolean enabled) {
        this.dataset = dataset;
        this.appender = appender;
        this.imports = imports;
        this.committed = committed;
        this.enabled = enabled;
    }

    void start(@Observes @Priority(30) StartupEvent event) {
        if (!enabled) {
            return;
        }
        var digest = dataset.digest();
        if (imports.isComplete(digest)) {
            Log.info("The bundled dataset has not changed since its import.");
        } else if (importAll(dataset.read())) {
            imports.complete(digest);
        }
    }

    /** Imports those documents that have changed and returns whether all of them could be imported. */
    private boolean importAll(List<BundledDocument> documents) {
        var known = imports.digests();
        var pending = documents.stream()
                .map(PendingDocument::of)
                .filter(one -> !one.digest().equals(known.get(one.key())))
                .toList();
        var imported = 0;
        for (var batch : batches(pending)) {
            imported += importBatch(batch);
        }
        Log.infof("Imported %d bundled documents.", imported);
        return imported == pending.size();
    }

    /** Splits into batches of one stream each: a transaction that locks one stream cannot deadlock with a write. */
    private static List<List<PendingDocument>> batches(List<PendingDocument> pending) {
        var batches = new ArrayList<List<PendingDocument>>();
        for (var one : pending) {
            var last = batches.isEmpty() ? List.<PendingDocument>of() : batches.getLast();
            if (last.isEmpty()
                    || last.size() == BATCH
                    || !last.getFirst().key().stream().equals(one.key().stream())) {
                last = new ArrayList<>();
                batches.add(last);
            }
            last.add(one);
        }
        return batches;
    }

    private int importBatch(List<PendingDocument> batch) {
        try {
            importTogether(batch);
            return batch.size();
        } catch (ProblemException e) {
            return (int) batch.stream().filter(this::importAlone).count();
        }
    }

    private boolean importAlone(PendingDocument pending) {
        try {
            importTogether(List.of(pending));
            return true;
        } catch (ProblemException e) {
            Log.errorf(
                    "The bundled document %s of %s was not imported: %s",
                    pending.document().id(), pending.document().file(), e.problem());
            return false;
        }
    }

    /** Imports documents of one stream in one transaction, again if another process of the service intervenes. */
    private void importTogether(List<PendingDocument> batch) {
        var type = batch.getFirst().document().type();
        var bodies = new LinkedHashMap<String, ObjectNode>();
        batch.forEach(one -> bodies.put(one.document().id(), one.document().tree()));
        for (var attempt = 1; ; attempt++) {
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    appender.append(type, bodies, METADATA);
                    imports.remember(batch);
                });
                committed.fire(new RevisionCommitted(type.stream()));
                return;
            } catch (ProblemException e) {
                if (attempt == ATTEMPTS || e.type() != ProblemType.SERVICE_UNAVAILABLE) {
                    throw e;
                }
            }
        }
    }
}
