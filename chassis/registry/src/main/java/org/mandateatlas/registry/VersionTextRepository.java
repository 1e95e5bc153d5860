package org.mandateatlas.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the texts of versions. A version is immutable, so its text is kept in memory while there is room. */
@Singleton
class VersionTextRepository {

    private static final long MOST_CHARACTERS = 16L << 20;
    private static final int OVERHEAD = 200;

    private static final String TEXTS = """
            select v.number, r.document
            from unnest(?::text[], ?::integer[]) with ordinality v(id, version, number)
            join revision r on r.stream = ? and r.document_id = v.id and r.version = v.version""";

    private final Cache<VersionKey, String> texts = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .<VersionKey, String>weigher((key, text) -> OVERHEAD + text.length())
            .build();

    /** Returns the documents with their texts. Those that are not in memory are read with one statement. */
    List<StoredDocument> addTo(List<StoredDocument> documents, DocumentType<?> type, Connection connection)
            throws SQLException {
        var complete = new ArrayList<StoredDocument>(documents);
        var missing = new ArrayList<Integer>();
        for (var i = 0; i < complete.size(); i++) {
            var text = texts.getIfPresent(VersionKey.of(type, complete.get(i)));
            if (text == null) {
                missing.add(i);
            } else {
                complete.set(i, complete.get(i).withText(text));
            }
        }
        if (!missing.isEmpty()) {
            read(missing, complete, type, connection);
        }
        return complete;
    }

    private void read(
            List<Integer> missing, List<StoredDocument> documents, DocumentType<?> type, Connection connection)
            throws SQLException {
        var ids = missing.stream().map(i -> documents.get(i).id()).toArray();
        var versions = missing.stream().map(i -> documents.get(i).version()).toArray();
        try (var statement = connection.prepareStatement(TEXTS)) {
            statement.setArray(1, connection.createArrayOf("text", ids));
            statement.setArray(2, connection.createArrayOf("integer", versions));
            statement.setString(3, type.stream());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var i = missing.get(rows.getInt("number") - 1);
                    var text = rows.getString("document");
                    texts.put(VersionKey.of(type, documents.get(i)), text);
                    documents.set(i, documents.get(i).withText(text));
                }
            }
        }
    }
}
