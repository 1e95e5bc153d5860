package org.mandateatlas.registry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Queries of the log. */
@ApplicationScoped
class RevisionRepository implements PanacheRepositoryBase<Revision, Revision.Key> {

    private static final int BATCH = 500;

    private static final String OPEN_STREAM = """
            insert into stream (name, sequence, recorded_at, hash) values (:name, 0, timestamptz 'epoch', :hash)
            on conflict do nothing""";

    private static final String OPEN_PUBLICATION =
            "insert into publication (stream, sequence) values (:name, 0) on conflict do nothing";

    private static final String LAST_OF_MANY = """
            from Revision r where r.stream = ?1 and r.documentId in ?2 and r.version =
                (select max(l.version) from Revision l where l.stream = ?1 and l.documentId = r.documentId)""";

    private final EntityManager entities;

    RevisionRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Creates the stream unless it exists. */
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

    /** Returns the last versions of those documents that the log has. */
    Map<String, LastVersion> last(String stream, Set<String> ids) {
        return find(LAST_OF_MANY, stream, ids).stream()
                .collect(Collectors.toMap(revision -> revision.documentId, LastVersion::of));
    }

    /** Returns the text of a version of a document; null if there is no such version or it is a retraction. */
    @Nullable String document(String stream, String id, int version) {
        return find("stream = ?1 and documentId = ?2 and version = ?3", stream, id, version)
                .firstResultOptional()
                .map(revision -> revision.document)
                .orElse(null);
    }

    /**
     * Verifies the next revisions of a stream.
     *
     * @param end the end of the chain that has been verified
     * @return the end after a batch of further revisions, or the first invalid one; the same end if there are none
     */
    ChainEnd verifyAfter(String stream, ChainEnd end) {
        var verified = end;
        var batch = find("stream = ?1 and sequence > ?2 order by sequence", stream, end.sequence)
                .page(0, BATCH)
                .list();
        for (var revision : batch) {
            var fits = revision.sequence == verified.sequence + 1
                    && revision.hash.equals(HashChain.hash(verified.hash, revision));
            if (!fits) {
                return new ChainEnd(revision.sequence, revision.hash, true);
            }
            verified = new ChainEnd(revision.sequence, revision.hash, false);
        }
        return verified;
    }

    /**
     * A revision up to which a hash chain has been verified.
     *
     * @param sequence its sequence
     * @param hash its hash
     * @param broken whether it is the one that does not fit
     */
    record ChainEnd(long sequence, String hash, boolean broken) {

        /** The end of an unverified chain. */
        static final ChainEnd START = new ChainEnd(0, HashChain.START, false);
    }
}
