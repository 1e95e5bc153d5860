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
 * an unknown document is looked up again whenever replication advances, for up to half a second.
 */
@Singleton
class ReplicatedDocuments implements ReferenceResolver {

    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private final ReplicaRepository revisions;
    private final ReplicationProgress progress;

    ReplicatedDocuments(ReplicaRepository revisions, ReplicationProgress progress) {
        this.revisions = revisions;
        this.progress = progress;
    }

    @Override
    public Set<Reference> living(List<Reference> documents) {
        var wanted = new HashSet<Reference>();
        documents.forEach(document -> wanted.add(Reference.to(document.stream(), document.id())));
        var end = System.nanoTime() + TIMEOUT.toNanos();
        while (true) {
            var advances = progress.advances();
            var living = revisions.living(List.copyOf(wanted));
            var left = Duration.ofNanos(end - System.nanoTime());
            if (living.size() == wanted.size() || !progress.awaitAdvance(advances, left)) {
                return living;
            }
        }
    }

    @Override
    public boolean isSilent(String stream) {
        return revisions.silent().contains(stream);
    }
}
