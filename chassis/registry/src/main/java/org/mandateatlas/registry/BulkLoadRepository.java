package org.mandateatlas.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.registry.StatementRepository.ColumnArrays;
import org.postgresql.PGConnection;

/**
 * Writes the first revisions of a stream, with their index rows, by COPY: for databases that are generated rather than
 * written over HTTP.
 *
 * <p>The stream must not exist and the service must not run. Revisions are appended in the order of the log. Documents
 * keep the rules that need no database; the caller is responsible for references. Nothing that is loaded is published:
 * the stream's publication begins after it.
 *
 * @param <D> the document
 */
public final class BulkLoadRepository<D extends Document> {

    private static final int CHUNK = 8 << 20;

    private static final String OPEN_STREAM =
            "insert into stream (name, sequence, recorded_at, hash) values (?, 0, timestamptz 'epoch', ?)";

    private static final String ADVANCE_STREAM =
            "update stream set sequence = ?, recorded_at = ?, hash = ? where name = ?";

    private static final String INDEX_VERSION = "update index_version set number = ?";

    private static final String OPEN_PUBLICATION = "insert into publication (stream, sequence) values (?, ?)";

    private final Connection connection;
    private final DocumentType<D> type;
    private final Set<String> ownStreams;
    private final ChangeMetadata metadata;
    private final Map<Target, StringBuilder> rows = new EnumMap<>(Target.class);
    private final StreamHead head;

    /**
     * Starts to load a stream.
     *
     * @param connection a connection to the service's database, whose schema exists
     * @param ownStreams the streams of the service
     * @param actor the recorded author of the revisions
     */
    public BulkLoadRepository(Connection connection, DocumentType<D> type, Set<String> ownStreams, String actor)
            throws SQLException {
        this.connection = connection;
        this.type = type;
        this.ownStreams = Set.copyOf(ownStreams);
        this.metadata = new ChangeMetadata(actor, null, false, null);
        head = new StreamHead(type.stream(), 0, Instant.EPOCH, HashChain.START);
        for (var target : Target.values()) {
            rows.put(target, new StringBuilder());
        }
        try (var stream = connection.prepareStatement(OPEN_STREAM)) {
            stream.setString(1, head.name);
            stream.setString(2, head.hash);
            stream.executeUpdate();
        }
    }

    /** A version that has been appended: what the next version of the document follows. */
    public static final class Version {

        private final LastVersion last;

        private Version(Revision revision) {
            this.last = LastVersion.of(revision);
        }
    }

    /**
     * Appends a version of a document.
     *
     * @param recordedAt when it is recorded, later than every revision before
     * @param supersededAt when the next version is recorded; null for the last version
     * @param before the version before; null for a new document
     */
    public Version append(
            String id, ObjectNode body, Instant recordedAt, @Nullable Instant supersededAt, @Nullable Version before)
            throws SQLException {
        var valid = ValidDocument.of(type, id, body);
        var revision = Draft.of(type, valid, before == null ? LastVersion.NONE : before.last, metadata)
                .append(head, Clock.fixed(recordedAt, ZoneOffset.UTC));
        add(revision);
        add(revision, supersededAt, IndexEntry.of(type, valid.document(), valid.sources()));
        if (supersededAt == null) {
            addReferences(id, valid.references());
        }
        if (rows.values().stream().mapToInt(StringBuilder::length).sum() > CHUNK) {
            flush();
        }
        return new Version(revision);
    }

    /** Writes the remaining rows, and the head of the stream. */
    public void finish() throws SQLException {
        flush();
        for (var terms : List.of(EntryRepository.BOUNDARY_TERMS, EntryRepository.DATED_TERMS)) {
            try (var add = connection.prepareStatement(terms)) {
                add.setString(1, head.name);
                add.executeUpdate();
            }
        }
        try (var stream = connection.prepareStatement(ADVANCE_STREAM);
                var index = connection.prepareStatement(INDEX_VERSION);
                var publication = connection.prepareStatement(OPEN_PUBLICATION)) {
            index.setInt(1, TextAnalyzer.VERSION);
            index.executeUpdate();
            stream.setLong(1, head.sequence);
            stream.setObject(2, EntryRepository.at(head.recordedAt));
            stream.setString(3, head.hash);
            stream.setString(4, head.name);
            stream.executeUpdate();
            publication.setString(1, head.name);
            publication.setLong(2, head.sequence);
            publication.executeUpdate();
        }
    }

    private void add(Revision revision) {
        row(
                Target.REVISION,
                revision.stream,
                revision.sequence,
                revision.documentId,
                revision.version,
                revision.change,
                revision.correction,
                revision.recordedAt,
                revision.effective,
                revision.actor,
                revision.document,
                revision.patch,
                revision.hash);
    }

    private void add(Revision revision, @Nullable Instant supersededAt, IndexEntry entry) {
        var stream = revision.stream;
        var id = revision.documentId;
        var version = revision.version;
        var since = revision.recordedAt.toString();
        var until = supersededAt == null ? null : supersededAt.toString();
        row(
                Target.ENTRY,
                stream,
                id,
                version,
                since,
                until,
                entry.validity().firstDay(),
                entry.validity().lastDay(),
                entry.lastAttested(),
                ColumnArrays.lexemes(entry.words()),
                entry.names().displayName(),
                ColumnArrays.array(entry.names().references()),
                ColumnArrays.array(entry.names().phrases()),
                ColumnArrays.lexemes(entry.names().words()),
                ColumnArrays.array(entry.subjects()),
                ColumnArrays.array(entry.mentions()));
        for (var facet : entry.facets()) {
            var term = Facet.term(stream, facet.name(), facet.value());
            var validity = facet.validity();
            row(Target.FACET, term, stream, id, version, since, until, validity.firstDay(), validity.lastDay());
        }
        for (var boundary : entry.boundaries()) {
            row(Target.BOUNDARY, stream, id, version, boundary.day(), boundary.state());
        }
        var place = 0;
        for (var item : entry.timeline()) {
            row(
                    Target.DATED_ITEM,
                    stream,
                    id,
                    version,
                    place++,
                    item.date().firstDay(),
                    item.date().lastDay(),
                    item.precision().letter(),
                    item.date(),
                    item.event(),
                    item.text(),
                    ColumnArrays.array(NameTemplate.mentions(item.text())),
                    ColumnArrays.array(item.subjects()),
                    item.citations(),
                    EntryRepository.later(
                            item.validity().firstDay(), entry.validity().firstDay()),
                    EntryRepository.earlier(
                            item.validity().lastDay(), entry.validity().lastDay()));
        }
    }

    private void addReferences(String id, List<Reference> references) {
        row(Target.LIVING, head.name, id);
        references.stream()
                .filter(reference -> ownStreams.contains(reference.stream()))
                .map(Reference::target)
                .distinct()
                .forEach(target -> row(Target.REFERENCE, head.name, id, target.stream(), target.id()));
    }

    private void row(Target target, @Nullable Object... values) {
        var text = Objects.requireNonNull(rows.get(target));
        for (var i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : "\t");
            append(text, values[i]);
        }
        text.append('\n');
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof String string) {
            for (var i = 0; i < string.length(); i++) {
                var character = string.charAt(i);
                switch (character) {
                    case '\\' -> text.append("\\\\");
                    case '\t' -> text.append("\\t");
                    case '\n' -> text.append("\\n");
                    default -> text.append(character);
                }
            }
        } else {
            text.append(ColumnArrays.text(value));
        }
    }

    private void flush() throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var target : Target.values()) {
            var text = Objects.requireNonNull(rows.get(target));
            try {
                copy.copyIn(target.statement(), new StringReader(text.toString()));
            } catch (IOException e) {
                throw new IllegalStateException("a text cannot be read", e);
            }
            text.setLength(0);
        }
    }

    /** The tables that rows are copied to, in the order that references between them allow. */
    private enum Target {
        REVISION("stream, sequence, document_id, version, change, correction, recorded_at, effective, actor, document,"
                + " patch, hash"),
        ENTRY(
                "stream, id, version, known_from, known_to, valid_from, valid_to, last_attested, words, display_name, named,"
                        + " phrases, name_words, subjects, mentions"),
        FACET("term, stream, id, version, known_from, known_to, valid_from, valid_to"),
        BOUNDARY("stream, id, version, day, state"),
        DATED_ITEM("stream, id, version, place, day, last_day, precision, date, event, text, named, subjects,"
                + " citations, valid_from, valid_to"),
        LIVING("stream, id"),
        REFERENCE("stream, id, to_stream, to_id");

        private final String columns;

        Target(String columns) {
            this.columns = columns;
        }

        String statement() {
            return "copy " + name().toLowerCase(Locale.ROOT) + " (" + columns + ") from stdin";
        }
    }
}
