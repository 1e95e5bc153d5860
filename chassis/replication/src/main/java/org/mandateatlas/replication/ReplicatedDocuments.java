package org.mandateatlas.replication;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mandateatlas.registry.Reference;
import org.mandateatlas.registry.ReferenceResolver;

/**
 * Resolves references to documents of other services from the replica. The event of a recent write may still be on its way, so
 * an unknown document is looked up repeatedly for up to half a second.
 */
@Singleton
class ReplicatedDocuments implements ReferenceResolver {

    private static final Duration STEP = Duration.ofMillis(20);
    private static final int STEPS = 25;

    private final ReplicaRepository revisions;

    ReplicatedDocuments(ReplicaRepository revisions) {
        this.revisions = revisions;
    }

    @Override
    public Set<Reference> living(List<Reference> documents) {
        var wanted = new HashSet<Reference>();
        documents.forEach(document -> wanted.add(Reference.to(document.stream(), document.id())));
        var living = revisions.living(List.copyOf(wanted));
        for (var step = 0; step < STEPS && living.size() < wanted.size(); step++) {
            pause();
            living = revisions.living(List.copyOf(wanted));
        }
        return living;
    }

    private static void pause() {
        try {
            Thread.sleep(STEP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isSilent(String stream) {
        return revisions.silent().contains(stream);
    }
}
