package org.mandateatlas.registry;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;

/** Reads documents and their history, with one statement per read, and one more for texts that are not in memory. */
@ApplicationScoped
public class DocumentRepository {

    private static final String COLUMNS =
            "d.document_id as id, d.version, d.recorded_at, d.document, e.valid_from, e.valid_to, e.last_attested, 0 as rank";

    private static final String ONE = """
            select %s as position, s.recorded_at as last_recorded, d.* from stream s left join lateral (
                select %s from revision d left join entry e
                    on e.stream = d.stream and e.id = d.document_id and e.version = d.version
                where d.stream = s.name and d.document_id = ? %s
                order by d.version desc limit 1) d on true
            where s.name = ?""";

    private static final String CURRENT = ONE.formatted(PositionRepository.NOW, COLUMNS, "");

    private static final String KNOWN_THEN = ONE.formatted(PositionRepository.THEN, COLUMNS, "and d.recorded_at <= ?");

    private static final String VERSION = ONE.formatted(PositionRepository.NOW, COLUMNS, "and d.version = ?");

    private static final String HISTORY = """
            select %s as position, s.recorded_at as last_recorded, d.* from stream s left join lateral (
                select sequence, version, change, correction, recorded_at, effective, actor, note, patch, hash
                from revision where stream = s.name and document_id = ? and recorded_at <= ?
                order by version) d on true
            where s.name = ?""".formatted(PositionRepository.NOW);

    private final AgroalDataSource database;
    private final VersionTextRepository texts;

    DocumentRepository(AgroalDataSource database, VersionTextRepository texts) {
        this.database = database;
        this.texts = texts;
    }

    /** Returns the version of a document that was known at the instant, or that is known now. */
    public Answer<Optional<StoredDocument>> find(DocumentType<?> type, String id, @Nullable Instant knownAt) {
        if (knownAt == null) {
            return one(CURRENT, id, type.stream());
        }
        var then = EntryRepository.at(knownAt);
        return one(KNOWN_THEN, then, id, then, type.stream());
    }

    /** Returns one version of a document. */
    public Answer<Optional<StoredDocument>> version(DocumentType<?> type, String id, int version) {
        return one(VERSION, id, version, type.stream());
    }

    /** Returns what happened to a document up to the instant, oldest first. */
    public Answer<List<Change>> history(DocumentType<?> type, String id, Instant until) {
        return select(HISTORY, List.of(id, EntryRepository.at(until), type.stream()), rows -> {
            var changes = new ArrayList<Change>();
            var position = "";
            var lastRecorded = Instant.EPOCH;
            while (rows.next()) {
                position = rows.getString("position");
                lastRecorded = instant(rows, "last_recorded");
                if (rows.getString("change") != null) {
                    changes.add(change(type, id, rows));
                }
            }
            return new Answer<>(position, lastRecorded, List.copyOf(changes));
        });
    }

    /** Returns a page of a collection, of what was known at the instant or is known now. */
    public Page page(DocumentType<?> type, Query query, @Nullable Instant knownAt) {
        var statement = ListStatement.of(type, query, knownAt);
        return read(connection -> {
            var found = new ArrayList<StoredDocument>();
            var head = select(connection, statement.sql(), statement.values(), rows -> {
                rows.next();
                var first = new Head(rows.getString("position"), Page.pin(knownAt, instant(rows, "pin")));
                if (rows.getString("id") != null) {
                    do {
                        found.add(stored(rows, null));
                    } while (rows.next());
                }
                return first;
            });
            var page = Page.of(head.position(), head.pin(), query.limit(), found);
            return new Page(page.position(), texts.addTo(page.items(), type, connection), page.next());
        });
    }

    /** Returns how many documents of a collection fit the query. */
    public long count(DocumentType<?> type, Query query, @Nullable Instant knownAt) {
        var statement = ListStatement.counting(type, query, knownAt);
        return select(statement.sql(), statement.values(), rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    private Answer<Optional<StoredDocument>> one(String sql, Object... values) {
        return select(sql, List.of(values), rows -> {
            rows.next();
            return new Answer<>(
                    rows.getString("position"),
                    instant(rows, "last_recorded"),
                    rows.getString("id") == null
                            ? Optional.empty()
                            : Optional.of(stored(rows, rows.getString("document"))));
        });
    }

    private <T> T select(String sql, List<?> values, Reading<ResultSet, T> reading) {
        return read(connection -> select(connection, sql, values, reading));
    }

    private <T> T read(Reading<Connection, T> reading) {
        try (var connection = database.getConnection()) {
            return reading.read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T select(Connection connection, String sql, List<?> values, Reading<ResultSet, T> reading)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.size(); i++) {
                var value = values.get(i);
                statement.setObject(
                        i + 1,
                        value instanceof List<?> list ? connection.createArrayOf("text", list.toArray()) : value);
            }
            try (var rows = statement.executeQuery()) {
                return reading.read(rows);
            }
        }
    }

    private static StoredDocument stored(ResultSet rows, @Nullable String text) throws SQLException {
        var from = rows.getObject("valid_from", LocalDate.class);
        var to = rows.getObject("valid_to", LocalDate.class);
        var attested = rows.getObject("last_attested", LocalDate.class);
        var last = to == null ? LocalDate.MAX : to;
        return new StoredDocument(
                rows.getString("id"),
                rows.getInt("version"),
                instant(rows, "recorded_at"),
                text,
                from == null ? LocalDate.MIN : from,
                last,
                attested == null ? last : attested,
                rows.getInt("rank"));
    }

    private static Change change(DocumentType<?> type, String id, ResultSet rows) throws SQLException {
        return new Change(
                type.stream(),
                rows.getLong("sequence"),
                id,
                rows.getInt("version"),
                rows.getString("change"),
                rows.getBoolean("correction"),
                instant(rows, "recorded_at"),
                date(rows.getString("effective")),
                rows.getString("actor"),
                rows.getString("note"),
                rows.getString("patch"),
                rows.getString("hash"));
    }

    private static @Nullable PartialDate date(@Nullable String text) {
        return text == null ? null : PartialDate.of(text);
    }

    private static Instant instant(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** What a page states about the log. */
    private record Head(String position, Instant pin) {}

    /** Reads from a connection or from rows. */
    private interface Reading<S, T> {
        T read(S source) throws SQLException;
    }
}
