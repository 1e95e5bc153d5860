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
 * Brings the bundled dataset into the registry when the service starts, as ordinary writes. A document is imported when
 * its text differs from the one imported last: a second start changes nothing, a changed file makes a new version, and
 * what curators wrote since stays until then.
 */
@Singleton
class DatasetImport {

    private static final ChangeMetadata REASON = new ChangeMetadata("dataset", "Bundled dataset", false, null);

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
        var news = dataset.read().stream()
                .map(document -> new News(document, digest(document)))
                .filter(one -> !one.digest.equals(known.get(one.key())))
                .toList();
        var imported = 0;
        for (var batch : batches(news)) {
            imported += importBatch(batch);
        }
        Log.infof("Imported %d bundled documents.", imported);
    }

    /** Splits into runs of one stream: a transaction that holds one stream's head cannot deadlock with a writer. */
    private static List<List<News>> batches(List<News> news) {
        var batches = new ArrayList<List<News>>();
        for (var one : news) {
            var last = batches.isEmpty() ? List.<News>of() : batches.getLast();
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

    private int importBatch(List<News> batch) {
        try {
            QuarkusTransaction.requiringNew().run(() -> batch.forEach(this::importOne));
            return batch.size();
        } catch (ProblemException e) {
            return (int) batch.stream().filter(this::importAlone).count();
        }
    }

    private boolean importAlone(News news) {
        try {
            QuarkusTransaction.requiringNew().run(() -> importOne(news));
            return true;
        } catch (ProblemException e) {
            Log.errorf(
                    "The bundled document %s of %s was not imported: %s",
                    news.document.id(), news.document.file(), e.problem());
            return false;
        }
    }

    private void importOne(News news) {
        var document = news.document;
        registry.putBundled(document.type(), document.id(), document.tree(), REASON);
        Imported.remember(news.key(), news.digest);
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
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A bundled document whose text was not imported yet. */
    private record News(BundledDocument document, String digest) {

        Imported.Key key() {
            return new Imported.Key(document.type().stream(), document.id());
        }
    }
}
