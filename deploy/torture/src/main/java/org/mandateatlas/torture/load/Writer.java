package org.mandateatlas.torture.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.torture.journal.Journal;
import org.mandateatlas.torture.journal.OperationOutcome;
import org.mandateatlas.torture.journal.RunClock;
import org.mandateatlas.torture.load.JournaledWrites.Result;
import org.mandateatlas.torture.load.SharedDocuments.Name;

/**
 * A client that creates, replaces, changes and retracts documents of its own and documents that all writers share, each on the
 * condition of the version that it has seen last. It reads a document again when it does not know its version.
 */
public final class Writer implements Client {

    private static final List<Stream> STREAMS = List.of(
            Stream.INSTITUTION,
            Stream.INSTITUTION,
            Stream.MANDATE,
            Stream.MANDATE,
            Stream.CAPACITY,
            Stream.CAPACITY,
            Stream.PROCESS,
            Stream.PARTICIPATION);

    /** The version of a document that is retracted; it can be created again. */
    private static final int RETRACTED = 0;

    private final String name;
    private final GatewayClient api;
    private final SharedDocuments documents;
    private final JournaledWrites writes;
    private final JournaledReads reads;
    private final Random random;
    private final List<Name> own = new ArrayList<>();
    private final Map<Name, Integer> versions = new HashMap<>();
    private int number;

    /**
     * Creates a writer.
     *
     * @param writer its number, which is in its tokens
     */
    public Writer(
            int writer, Journal journal, GatewayClient api, SharedDocuments documents, RunClock clock, Random random) {
        this.name = journal.client();
        this.api = api;
        this.documents = documents;
        this.writes = new JournaledWrites(api, journal, clock, writer);
        this.reads = new JournaledReads(api, journal, clock);
        this.random = random;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step() throws InterruptedException {
        var gateway = api.gateways().get(random.nextInt(api.gateways().size()));
        var choice = random.nextInt(100);
        if (own.isEmpty() || choice < 22) {
            create(gateway, newName(STREAMS.get(random.nextInt(STREAMS.size()))));
        } else if (choice < 30) {
            batch(gateway);
        } else {
            change(gateway, choice);
        }
        Thread.sleep(100 + random.nextInt(250));
    }

    private Name newName(Stream stream) {
        number++;
        return new Name(stream, "made-by-" + name + "-" + number);
    }

    private void create(String gateway, Name document) throws InterruptedException {
        var result = writes.create(gateway, document, random.nextInt(64));
        remember(document, result, result.version());
        if (!own.contains(document)) {
            own.add(document);
            documents.add(document);
        }
    }

    private void batch(String gateway) throws InterruptedException {
        var names = new ArrayList<Name>();
        var replaced = new ArrayList<Integer>();
        var stream = STREAMS.get(random.nextInt(STREAMS.size()));
        for (var i = 0; i < 3; i++) {
            names.add(newName(stream));
            replaced.add(0);
        }
        own.stream()
                .filter(document -> document.stream() == stream && versions.getOrDefault(document, RETRACTED) > 0)
                .findFirst()
                .ifPresent(document -> {
                    names.add(document);
                    replaced.add(versions.getOrDefault(document, RETRACTED));
                });
        var results = writes.batch(gateway, names, replaced, random.nextInt(64));
        for (var i = 0; i < names.size(); i++) {
            remember(names.get(i), results.get(i), results.get(i).version());
            if (replaced.get(i) == 0) {
                own.add(names.get(i));
                documents.add(names.get(i));
            }
        }
    }

    private void change(String gateway, int choice) throws InterruptedException {
        var contended = random.nextInt(2) == 0;
        var candidates = contended ? documents.contended() : own;
        var document = candidates.get(random.nextInt(candidates.size()));
        var version = version(gateway, document, contended);
        if (version == null) {
            return;
        }
        if (version == RETRACTED) {
            create(gateway, document);
        } else if (choice < 70) {
            var result = writes.replace(gateway, document, version, random.nextInt(64));
            remember(document, result, result.version());
        } else if (choice < 92 || contended) {
            var result = writes.patch(gateway, document, version);
            remember(document, result, result.version());
        } else {
            remember(document, writes.retract(gateway, document, version), RETRACTED);
        }
    }

    /** Returns the version to write upon, sometimes one that may have been replaced; null if it is unknown. */
    private @Nullable Integer version(String gateway, Name document, boolean contended) throws InterruptedException {
        var known = versions.get(document);
        if (known != null && !(contended && random.nextInt(3) > 0)) {
            return known;
        }
        var response = reads.document(gateway, document, true);
        switch (response.status()) {
            case 200 -> versions.put(document, response.version());
            case 404, 410 -> versions.put(document, RETRACTED);
            default -> versions.remove(document);
        }
        return versions.get(document);
    }

    private void remember(Name document, Result result, @Nullable Integer version) {
        if (result.outcome() == OperationOutcome.OK && version != null) {
            versions.put(document, version);
        } else {
            versions.remove(document);
        }
    }
}
