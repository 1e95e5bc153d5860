package org.mandateatlas.torture.load;

import java.util.ArrayList;
import java.util.List;
import org.mandateatlas.torture.journal.Journal;
import org.mandateatlas.torture.journal.OperationOutcome;
import org.mandateatlas.torture.journal.RunClock;
import org.mandateatlas.torture.load.SharedDocuments.Name;

/** Creates the documents that others refer to, and those that all writers share. */
public final class Preparation {

    private static final int ATTEMPTS = 100;
    private static final int PRECONDITION_FAILED = 412;
    private static final long PAUSE_MILLIS = 300;

    private final GatewayClient api;
    private final JournaledWrites writes;

    /** Creates a preparation that journals its writes like any writer. */
    public Preparation(Journal journal, GatewayClient api, RunClock clock) {
        this.api = api;
        this.writes = new JournaledWrites(api, journal, clock, 0);
    }

    /** Creates the documents; those that refer to another service's documents must wait until these are replicated. */
    public void run(SharedDocuments documents) throws InterruptedException {
        var names = new ArrayList<Name>(List.of(new Name(Stream.SOURCE, "made")));
        for (var i = 1; i <= Stream.TARGETS; i++) {
            names.add(new Name(Stream.FUNCTION, "made-function-" + i));
            names.add(new Name(Stream.INSTITUTION, "made-institution-" + i));
        }
        names.add(new Name(Stream.PROCESS, "made-process"));
        names.addAll(documents.contended());
        var choice = 0;
        for (var name : names) {
            create(name, choice);
            choice += Stream.TARGETS;
        }
    }

    private void create(Name name, int choice) throws InterruptedException {
        var perhaps = false;
        for (var i = 0; i < ATTEMPTS; i++) {
            var result = writes.create(api.gateways().getFirst(), name, choice);
            if (result.outcome() == OperationOutcome.OK || perhaps && result.status() == PRECONDITION_FAILED) {
                return;
            }
            perhaps |= result.outcome() == OperationOutcome.UNKNOWN;
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new IllegalStateException(name.document() + " cannot be created");
    }
}
