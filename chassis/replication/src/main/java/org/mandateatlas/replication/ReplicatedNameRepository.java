package org.mandateatlas.replication;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.time.Times;
import org.mandateatlas.registry.NameResolver;
import org.mandateatlas.registry.Reference;

/** Knows the names of documents of other services as their replicated revisions state them, the same on every day. */
@Singleton
@DefaultBean
public class ReplicatedNameRepository implements NameResolver {

    private static final String POSITION = "select stream, sequence from replica_stream";

    private static final String NAMES = """
            select w.stream, w.id, coalesce(last.document ->> 'name', last.document ->> 'title') as name
            from unnest(?::text[], ?::text[]) w(stream, id)
            join lateral (
                select document from replica_revision f
                where f.stream = w.stream and f.document_id = w.id and f.recorded_at <= coalesce(?, 'infinity'::timestamptz)
                order by version desc limit 1) last on last.document is not null""";

    private final AgroalDataSource database;

    ReplicatedNameRepository(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public Position position() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(POSITION);
                var rows = statement.executeQuery()) {
            var sequences = new TreeMap<String, Long>();
            while (rows.next()) {
                sequences.put(rows.getString("stream"), rows.getLong("sequence"));
            }
            return Position.of(sequences);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<Reference, String> names(Set<Reference> documents, Times times) {
        if (documents.isEmpty()) {
            return Map.of();
        }
        var wanted = List.copyOf(documents);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(NAMES)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", wanted.stream().map(Reference::stream).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", wanted.stream().map(Reference::id).toArray()));
            var knownAt = times.knownAt();
            statement.setObject(3, knownAt == null ? null : knownAt.atOffset(ZoneOffset.UTC));
            try (var rows = statement.executeQuery()) {
                var names = new HashMap<Reference, String>();
                while (rows.next()) {
                    var name = rows.getString("name");
                    if (name != null) {
                        names.put(Reference.to(rows.getString("stream"), rows.getString("id")), name);
                    }
                }
                return names;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
