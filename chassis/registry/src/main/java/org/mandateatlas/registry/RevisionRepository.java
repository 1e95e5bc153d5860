package org.mandateatlas.registry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final String LAST_VERSIONS = """
            select r.document_id, r.version, r.recorded_at, r.effective, r.document
            from unnest(?) d(id) cross join lateral (
                select * from revision where stream = ? and document_id = d.id order by version desc limit 1) r""";

    private final EntityManager entities;
    private final StatementRepository statements;

    RevisionRepository(EntityManager entities, StatementRepository statements) {
        this.entities = entities;
        this.statements = statements;
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

    /** Returns the last versions of those of the documents that were ever recorded, by id. */
    Map<String, LastVersion> last(String stream, Collection<String> ids) {
        return statements.selectPlanned(Clause.of(LAST_VERSIONS, List.copyOf(ids), stream), rows -> {
            var found = new HashMap<String, LastVersion>();
            while (rows.next()) {
                found.put(
                        rows.getString(1),
                        new LastVersion(
                                rows.getInt(2),
                                rows.getObject(3, OffsetDateTime.class).toInstant(),
                                rows.getString(4),
                                rows.getString(5)));
            }
            return found;
        });
    }

    /** Returns the last version of a document, which may be its retraction. */
    LastVersion last(String stream, String id) {
        return last(stream, List.of(id)).getOrDefault(id, LastVersion.NONE);
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
