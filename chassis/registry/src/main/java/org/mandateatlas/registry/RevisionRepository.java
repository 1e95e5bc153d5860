package org.mandateatlas.registry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Every query about the log itself. */
@ApplicationScoped
class RevisionRepository implements PanacheRepositoryBase<Revision, Revision.Key> {

    private static final String OPEN_STREAM = """
            insert into stream (name, sequence, recorded_at, hash) values (:name, 0, timestamptz 'epoch', :hash)
            on conflict do nothing""";

    private static final String OPEN_PUBLICATION =
            "insert into publication (stream, sequence) values (:name, 0) on conflict do nothing";

    private static final String LAST_NUMBER =
            "select coalesce(max(version), 0) from Revision where stream = :stream and documentId = :id";

    private static final String LIMIT_WAITING = "select set_config('lock_timeout', :millis, true)";

    private final EntityManager entities;
    private final String lockTimeout;

    RevisionRepository(
            EntityManager entities,
            @ConfigProperty(name = "atlas.registry.lock-timeout", defaultValue = "5s") Duration lockTimeout) {
        this.entities = entities;
        this.lockTimeout = Long.toString(lockTimeout.toMillis());
    }

    /** Makes the stream unless it exists. */
    void open(String stream) {
        entities.createNativeQuery(OPEN_STREAM)
                .setParameter("name", stream)
                .setParameter("hash", HashChain.START)
                .executeUpdate();
        entities.createNativeQuery(OPEN_PUBLICATION)
                .setParameter("name", stream)
                .executeUpdate();
    }

    /** Returns the last version of a document, which may be its retraction. */
    LastVersion last(String stream, String id) {
        return find("stream = ?1 and documentId = ?2 order by version desc", stream, id)
                .firstResultOptional()
                .map(LastVersion::of)
                .orElse(LastVersion.NONE);
    }

    /** Returns the number of the last version of a document; 0 when there is none. */
    int lastNumber(String stream, String id) {
        return entities.createQuery(LAST_NUMBER, Integer.class)
                .setParameter("stream", stream)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** Locks a stream until the transaction ends, and bounds how long this and every further lock is waited for. */
    StreamHead lock(String stream) {
        entities.createNativeQuery(LIMIT_WAITING, String.class)
                .setParameter("millis", lockTimeout)
                .getSingleResult();
        return StreamHead.locked(stream);
    }

    /** Returns the sequence of the first revision whose hash does not follow from its content and the one before. */
    Optional<Long> firstBroken(String stream) {
        var previous = HashChain.START;
        try (var revisions = stream("stream = ?1 order by sequence", stream)) {
            for (var revision : (Iterable<Revision>) revisions::iterator) {
                if (!revision.hash.equals(HashChain.hash(previous, revision))) {
                    return Optional.of(revision.sequence);
                }
                previous = revision.hash;
            }
        }
        return Optional.empty();
    }
}
