package org.mandateatlas.registry.dataset;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.registry.ChangeMetadata;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.Registry;

/**
 * Imports the bundled dataset at startup as regular writes. A document is imported if its content differs from the last
 * import: a restart changes nothing, a changed file creates a new version, and changes by curators are kept until then.
 */
@Singleton
class DatasetImport {

    private static final ChangeMetadata METADATA = new ChangeMetadata("dataset", "Bundled dataset", false, null);

    private static final int BATCH = 50;

    private final BundledDataset dataset;
    private final Registry registry;
    private final boolean enabled;

    DatasetImport(
            BundledDataset dataset,
            Registry registry,
            @ConfigProperty(name = "atlas.dataset.import", defaultValue = "true") boolean enabled) {
        this.dataset = dataset;
        this.registry = registry;
        this.enabled = enabled;
    }

    void start(@Observes @Priority(30) StartupEvent event) {
        if (enabled) {
            run();
        }
    }

    private void run() {
        var known = known();
        var pending = dataset.read().stream()
                .map(document -> new Pending(document, digest(document)))
                .filter(one -> !one.digest.equals(known.get(one.key())))
                .toList();
        var imported = 0;
        for (var batch : batches(pending)) {
            imported += importBatch(batch);
        }
        Log.infof("Imported %d bundled documents.", imported);
    }

    /** Splits into batches of one stream each: a transaction that locks one stream cannot deadlock with a write. */
    private static List<List<Pending>> batches(List<Pending> pending) {
        var batches = new ArrayList<List<Pending>>();
        for (var one : pending) {
            var last = batches.isEmpty() ? List.<Pending>of() : batches.getLast();
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

    private int importBatch(List<Pending> batch) {
        try {
            QuarkusTransaction.requiringNew().run(() -> batch.forEach(this::importOne));
            return batch.size();
        } catch (ProblemException e) {
            return (int) batch.stream().filter(this::importAlone).count();
        }
    }

    private boolean importAlone(Pending pending) {
        try {
            QuarkusTransaction.requiringNew().run(() -> importOne(pending));
            return true;
        } catch (ProblemException e) {
            Log.errorf(
                    "The bundled document %s of %s was not imported: %s",
                    pending.document.id(), pending.document.file(), e.problem());
            return false;
        }
    }

    private void importOne(Pending pending) {
        var document = pending.document;
        registry.putBundled(document.type(), document.id(), document.tree(), METADATA);
        Imported.remember(pending.key(), pending.digest);
    }

    private static Map<Imported.Key, String> known() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var digests = new HashMap<Imported.Key, String>();
            for (var imported : Imported.<Imported>listAll()) {
                digests.put(new Imported.Key(imported.stream, imported.id), imported.digest);
            }
            return digests;
        });
    }

    private static String digest(BundledDocument document) {
        try {
            var text = DocumentJson.write(document.tree());
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is a required algorithm", e);
        }
    }

    /** A bundled document with content that has not been imported. */
    private record Pending(BundledDocument document, String digest) {

        Imported.Key key() {
            return new Imported.Key(document.type().stream(), document.id());
        }
    }
}
