package org.mandateatlas.registry;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads and locks the documents that others refer to. */
@ApplicationScoped
class ReferenceRepository {

    /** The lock prevents a retraction of the referenced documents before the references are committed. */
    static final String LOCK_LIVING = """
            select stream, id from living
            where (stream, id) in (select * from unnest(?, ?)) order by stream, id for key share""";

    /** A write that is about to refer to the document waits, and then finds it retracted. */
    private static final String LOCK_FOR_RETRACTION = "select 1 from living where stream = ? and id = ? for update";

    private static final String REFERRERS = """
            select stream, id from reference
            where to_stream = ? and to_id = ? and (stream, id) <> (to_stream, to_id)
            order by stream, id""";

    private final AgroalDataSource database;

    ReferenceRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** Returns the documents that refer to this one, and blocks new references until the transaction ends. */
    List<Reference> referrers(String stream, String id) {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(LOCK_FOR_RETRACTION);
                var statement = connection.prepareStatement(REFERRERS)) {
            lock.setString(1, stream);
            lock.setString(2, id);
            lock.execute();
            statement.setString(1, stream);
            statement.setString(2, id);
            try (var rows = statement.executeQuery()) {
                return documents(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the documents in rows of streams and ids. */
    static List<Reference> documents(ResultSet rows) throws SQLException {
        var documents = new ArrayList<Reference>();
        while (rows.next()) {
            documents.add(Reference.to(rows.getString(1), rows.getString(2)));
        }
        return documents;
    }
}
