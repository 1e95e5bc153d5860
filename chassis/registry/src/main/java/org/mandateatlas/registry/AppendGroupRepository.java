package org.mandateatlas.registry;

import java.sql.Connection;
import java.sql.ResultSet;
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
import org.mandateatlas.base.position.Position;
import org.mandateatlas.registry.StatementRepository.ColumnArrays;
import org.mandateatlas.registry.StatementRepository.StatementPipeline;

/**
 * Revisions that one transaction appends to a stream, in two round trips to the database: one locks the stream and reads what the
 * outcomes depend on, one writes the rows of all revisions, table by table.
 */
final class AppendGroupRepository {

    /** A frozen holder must not keep the lock. The statements write any number of rows with the same plan, which is prepared once per connection. */
    private static final String SETTINGS = """
            select set_config('lock_timeout', ?, true), set_config('idle_in_transaction_session_timeout', ?, true),
                   set_config('plan_cache_mode', 'force_generic_plan', true)""";

    private static final String LOCK = "select sequence, recorded_at, hash from stream where name = ? for update";

    private static final String POSITION = "select " + PositionRepository.NOW;

    private static final String LAST_NUMBERS = """
            select d.id, (select max(version) from revision where stream = ? and document_id = d.id)
            from unnest(?) d(id)""";

    private static final String ADD_REVISIONS = """
            insert into revision (stream, sequence, document_id, version, change, correction, recorded_at, effective, actor,
                                  note, document, patch, hash, traceparent)
            select stream, sequence, document_id, version, change, correction, recorded_at, effective, actor,
                   note, document::json, patch::json, hash, traceparent
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                 r(stream, sequence, document_id, version, change, correction, recorded_at, effective, actor,
                   note, document, patch, hash, traceparent)""";

    private static final String ADVANCE = "update stream set sequence = ?, recorded_at = ?, hash = ? where name = ?";

    private final Connection connection;
    private final StreamHead head;
    private final long before;
    private final Position position;
    private final Map<String, Integer> numbers;
    private final Set<Reference> existing;
    private final List<Revision> revisions = new ArrayList<>();
    private final List<IndexedVersion> indexed = new ArrayList<>();
    private StatementPipeline pipeline;

    private AppendGroupRepository(
            Connection connection,
            StreamHead head,
            Position position,
            Map<String, Integer> numbers,
            Set<Reference> existing) {
        this.connection = connection;
        this.head = head;
        this.before = head.sequence;
        this.position = position;
        this.numbers = numbers;
        this.existing = existing;
        this.pipeline = new StatementPipeline(connection);
    }

    /** Locks the stream until the end of the transaction, and the referenced documents, which then cannot be retracted. */
    static AppendGroupRepository lock(
            Connection connection, String stream, List<Append> appends, Duration patience, Duration silence)
            throws SQLException {
        var wanted = new HashSet<Reference>();
        appends.forEach(append -> append.references().forEach(reference -> wanted.add(reference.target())));
        var ids = appends.stream().map(append -> append.draft().id()).toList();
        var pipeline = new StatementPipeline(connection);
        pipeline.select(rows -> true, SETTINGS, Long.toString(patience.toMillis()), Long.toString(silence.toMillis()));
        var head = pipeline.select(rows -> head(stream, rows), LOCK, stream);
        var position = pipeline.select(AppendGroupRepository::position, POSITION);
        var numbers = pipeline.select(
                AppendGroupRepository::numbers, LAST_NUMBERS, stream, EntryRepository.texts(connection, ids));
        var existing = pipeline.select(
                ReferenceRepository::documents,
                ReferenceRepository.LOCK_LIVING,
                EntryRepository.texts(
                        connection, wanted.stream().map(Reference::stream).toList()),
                EntryRepository.texts(
                        connection, wanted.stream().map(Reference::id).toList()));
        pipeline.run();
        return new AppendGroupRepository(
                connection, head.get(), position.get(), numbers.get(), new HashSet<>(existing.get()));
    }

    /** Returns whether the draft follows the last version of its document. */
    boolean follows(Draft draft) {
        return numbers.getOrDefault(draft.id(), 0) == draft.version() - 1;
    }

    /** Returns the documents that can be referred to: those of the registry and of this group. */
    Set<Reference> existing() {
        return existing;
    }

    /** Appends a revision, to be written by the next {@link #write}. */
    Revision append(Append append, Clock clock) throws SQLException {
        var draft = append.draft();
        var itself = Reference.to(head.name, draft.id());
        var revision = draft.append(head, clock);
        numbers.put(draft.id(), draft.version());
        revisions.add(revision);
        if (append.retracts()) {
            collect();
            EntryRepository.retract(pipeline, revision);
            existing.remove(itself);
        } else {
            indexed.add(IndexedVersion.of(revision, append));
            existing.add(itself);
        }
        return revision;
    }

    /** Returns the position that includes a revision of this group. */
    String position(Revision revision) {
        return position.with(head.name, revision.sequence).toString();
    }

    /** Writes the revisions and the head of the stream. */
    void write() throws SQLException {
        collect();
        if (head.sequence > before) {
            pipeline.add(ADVANCE, head.sequence, EntryRepository.at(head.recordedAt), head.hash, head.name);
        }
        pipeline.run();
        pipeline = new StatementPipeline(connection);
    }

    private void collect() throws SQLException {
        if (!revisions.isEmpty()) {
            pipeline.add(ADD_REVISIONS, columns(revisions));
        }
        if (!indexed.isEmpty()) {
            EntryRepository.store(pipeline, indexed);
        }
        revisions.clear();
        indexed.clear();
    }

    private static ColumnArrays columns(List<Revision> revisions) {
        var rows = new ColumnArrays(
                "text",
                "int8",
                "text",
                "int4",
                "text",
                "bool",
                "timestamptz",
                "text",
                "text",
                "text",
                "text",
                "text",
                "text",
                "text");
        for (var revision : revisions) {
            rows.add(
                    revision.stream,
                    revision.sequence,
                    revision.documentId,
                    revision.version,
                    revision.change,
                    revision.correction,
                    revision.recordedAt,
                    revision.effective,
                    revision.actor,
                    revision.note,
                    revision.document,
                    revision.patch,
                    revision.hash,
                    revision.traceparent);
        }
        return rows;
    }

    private static StreamHead head(String stream, ResultSet rows) throws SQLException {
        if (!rows.next()) {
            throw new IllegalStateException("the stream " + stream + " is not open");
        }
        return new StreamHead(
                stream, rows.getLong(1), rows.getObject(2, OffsetDateTime.class).toInstant(), rows.getString(3));
    }

    private static Position position(ResultSet rows) throws SQLException {
        rows.next();
        return Position.parse(rows.getString(1));
    }

    private static Map<String, Integer> numbers(ResultSet rows) throws SQLException {
        var numbers = new HashMap<String, Integer>();
        while (rows.next()) {
            numbers.put(rows.getString(1), rows.getInt(2));
        }
        return numbers;
    }
}
