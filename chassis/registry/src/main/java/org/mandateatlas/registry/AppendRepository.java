package org.mandateatlas.registry;

import static org.mandateatlas.registry.StatementRepository.row;
import static org.mandateatlas.registry.StatementRepository.runBatch;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.registry.Append.Outcome;

/** Appends revisions to a locked stream, with their index rows, by one batch of each statement for all of them. */
@ApplicationScoped
class AppendRepository {

    private static final String LIMIT_WAITING = "select set_config('lock_timeout', ?, true)";

    private static final String LOCK = "select sequence, recorded_at, hash from stream where name = ? for update";

    private static final String LAST_NUMBERS = """
            select document_id, max(version) from revision where stream = ? and document_id = any (?)
            group by document_id""";

    private static final String ADD_REVISION = """
            insert into revision (stream, sequence, document_id, version, change, correction, recorded_at, effective, actor,
                                  note, document, patch, hash, traceparent)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?::json, ?, ?)""";

    private static final String ADVANCE = "update stream set sequence = ?, recorded_at = ?, hash = ? where name = ?";

    private final AgroalDataSource database;
    private final Clock clock;
    private final ReferenceChecks references;
    private final EntryRepository entries;
    private final String lockTimeout;

    AppendRepository(
            AgroalDataSource database,
            Clock clock,
            ReferenceChecks references,
            EntryRepository entries,
            @ConfigProperty(name = "atlas.registry.lock-timeout", defaultValue = "5s") Duration lockTimeout) {
        this.database = database;
        this.clock = clock;
        this.references = references;
        this.entries = entries;
        this.lockTimeout = Long.toString(lockTimeout.toMillis());
    }

    /** Limits how long the transaction waits for each lock. */
    void limitWaiting() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(LIMIT_WAITING)) {
            statement.setString(1, lockTimeout);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Locks the stream until the end of the transaction and appends in the given order.
     *
     * @return one outcome for each, in the same order
     */
    List<Outcome> append(String stream, List<Append> appends) {
        try (var connection = database.getConnection()) {
            var head = lock(connection, stream);
            var before = head.sequence;
            var outcomes = append(connection, head, appends);
            if (head.sequence > before) {
                advance(connection, head);
            }
            return outcomes;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Outcome> append(Connection connection, StreamHead head, List<Append> appends) throws SQLException {
        var numbers = lastNumbers(connection, head.name, appends);
        var existing = existing(appends);
        var outcomes = new ArrayList<Outcome>();
        var revisions = new ArrayList<Revision>();
        var indexed = new ArrayList<IndexedVersion>();
        for (var append : appends) {
            var draft = append.draft();
            if (numbers.getOrDefault(draft.id(), 0) != draft.version() - 1) {
                outcomes.add(new Outcome.Intervened());
                continue;
            }
            try {
                if (append.retracts()) {
                    store(connection, revisions, indexed);
                    references.checkReferrers(head.name, draft.id());
                } else {
                    references.checkOwn(append.references(), existing);
                }
            } catch (ProblemException e) {
                outcomes.add(new Outcome.Refused(e));
                continue;
            }
            var revision = draft.append(head, clock);
            numbers.put(draft.id(), draft.version());
            outcomes.add(new Outcome.Appended(revision));
            revisions.add(revision);
            if (append.retracts()) {
                store(connection, revisions, indexed);
                entries.retract(revision);
                existing.remove(Reference.to(head.name, draft.id()));
            } else {
                indexed.add(IndexedVersion.of(revision, append));
                existing.add(Reference.to(head.name, draft.id()));
            }
        }
        store(connection, revisions, indexed);
        return outcomes;
    }

    /** Writes what has been collected. */
    private void store(Connection connection, List<Revision> revisions, List<IndexedVersion> indexed)
            throws SQLException {
        runBatch(
                connection,
                ADD_REVISION,
                revisions,
                revision -> row(
                        revision.stream,
                        revision.sequence,
                        revision.documentId,
                        revision.version,
                        revision.change,
                        revision.correction,
                        EntryRepository.at(revision.recordedAt),
                        revision.effective,
                        revision.actor,
                        revision.note,
                        revision.document,
                        revision.patch,
                        revision.hash,
                        revision.traceparent));
        if (!indexed.isEmpty()) {
            entries.store(indexed);
        }
        revisions.clear();
        indexed.clear();
    }

    /** Returns the documents that are referred to and exist, which cannot be retracted until the transaction ends. */
    private Set<Reference> existing(List<Append> appends) {
        var wanted = new HashSet<Reference>();
        appends.forEach(append -> append.references().forEach(reference -> wanted.add(reference.target())));
        return wanted.isEmpty() ? new HashSet<Reference>() : entries.lockLiving(wanted);
    }

    private static StreamHead lock(Connection connection, String stream) throws SQLException {
        try (var statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, stream);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("the stream " + stream + " is not open");
                }
                return new StreamHead(
                        stream,
                        rows.getLong(1),
                        rows.getObject(2, OffsetDateTime.class).toInstant(),
                        rows.getString(3));
            }
        }
    }

    private static Map<String, Integer> lastNumbers(Connection connection, String stream, List<Append> appends)
            throws SQLException {
        try (var statement = connection.prepareStatement(LAST_NUMBERS)) {
            statement.setString(1, stream);
            statement.setArray(
                    2,
                    EntryRepository.texts(
                            connection,
                            appends.stream().map(append -> append.draft().id()).toList()));
            try (var rows = statement.executeQuery()) {
                var numbers = new HashMap<String, Integer>();
                while (rows.next()) {
                    numbers.put(rows.getString(1), rows.getInt(2));
                }
                return numbers;
            }
        }
    }

    private static void advance(Connection connection, StreamHead head) throws SQLException {
        try (var statement = connection.prepareStatement(ADVANCE)) {
            statement.setLong(1, head.sequence);
            statement.setObject(2, EntryRepository.at(head.recordedAt));
            statement.setString(3, head.hash);
            statement.setString(4, head.name);
            statement.executeUpdate();
        }
    }
}
