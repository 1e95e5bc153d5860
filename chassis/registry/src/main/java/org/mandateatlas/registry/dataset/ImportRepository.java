package org.mandateatlas.registry.dataset;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The digest of each bundled document at its last import, and of the whole dataset when it was imported completely. */
@ApplicationScoped
class ImportRepository {

    private static final String DIGESTS = "select stream, id, digest from imported";

    private static final String REMEMBER = """
        insert into imported (stream, id, digest) values (?, ?, ?)
        on conflict (stream, id) do update set digest = excluded.digest\
        """;

    private static final String DATASET = "select digest from dataset";

    private static final String REMEMBER_DATASET = """
        insert into dataset (digest) values (?) on conflict (one) do update set digest = excluded.digest\
        """;

    private final AgroalDataSource database;

    ImportRepository(AgroalDataSource database) {
        this.database = database;
    }

    Map<Key, String> digests() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(DIGESTS)) {
            var digests = new HashMap<Key, String>();
            while (rows.next()) {
                digests.put(new Key(rows.getString(1), rows.getString(2)), rows.getString(3));
            }
            return digests;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns whether the dataset with the digest has been imported completely. */
    boolean isComplete(String digest) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(DATASET)) {
            return rows.next() && rows.getString(1).equals(digest);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Records that the dataset with the digest has been imported completely. */
    void complete(String digest) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(REMEMBER_DATASET)) {
            statement.setString(1, digest);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stores the digests in the transaction of the import. */
    void remember(List<PendingDocument> imported) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(REMEMBER)) {
            for (var one : imported) {
                statement.setString(1, one.key().stream());
                statement.setString(2, one.key().id());
                statement.setString(3, one.digest());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key of a document. */
    record Key(String stream, String id) {}
}
