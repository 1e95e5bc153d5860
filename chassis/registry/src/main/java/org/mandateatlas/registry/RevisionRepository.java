package org.mandateatlas.registry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Every query about the log itself. */
@ApplicationScoped
class RevisionRepository implements PanacheRepositoryBase<Revision, Revision.Key> {

    private static final String OPEN_STREAM = """
            insert into stream (name, sequence, recorded_at, hash) values (:name, 0, timestamptz 'epoch', :hash)
            on conflict do nothing""";

    private static final String OPEN_PUBLICATION =
            "insert into publication (stream, sequence) values (:name, 0) on conflict do nothing";

    private final EntityManager entities;

    RevisionRepository(EntityManager entities) {
        this.entities = entities;
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

    /** Returns the last revision of a document, which may be its retraction. */
    Optional<Revision> last(String stream, String id) {
        return find("stream = ?1 and documentId = ?2 order by version desc", stream, id)
                .firstResultOptional();
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
