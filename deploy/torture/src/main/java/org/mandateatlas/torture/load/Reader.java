package org.mandateatlas.torture.load;

import java.util.List;
import java.util.Random;
import org.mandateatlas.torture.journal.Journal;
import org.mandateatlas.torture.journal.RunClock;

/** A client that reads documents, lists and computed resources through all gateways in turn. */
public final class Reader implements Client {

    private static final List<String> RESOURCES = List.of(
            "/v1/coverage/overlaps",
            "/v1/coverage/gaps",
            "/v1/institutions?limit=20",
            "/v1/mandates?institution=made-institution-1&limit=20",
            "/v1/network");

    private final String name;
    private final GatewayClient api;
    private final SharedDocuments documents;
    private final JournaledReads reads;
    private final Random random;

    /** Creates a reader. */
    public Reader(Journal journal, GatewayClient api, SharedDocuments documents, RunClock clock, Random random) {
        this.name = journal.client();
        this.api = api;
        this.documents = documents;
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
        if (random.nextInt(3) == 0) {
            reads.resource(gateway, RESOURCES.get(random.nextInt(RESOURCES.size())));
        } else {
            reads.document(gateway, documents.any(random), random.nextInt(4) == 0);
        }
        Thread.sleep(40 + random.nextInt(120));
    }
}
