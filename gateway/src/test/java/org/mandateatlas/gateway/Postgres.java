package org.mandateatlas.gateway;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.embedded.FreePort;
import org.mandateatlas.embedded.PostgresServer;

/** A real PostgreSQL server that can be stopped and started on its data, with the gateway's database. */
public final class Postgres {

    static final String DATABASE = "gateway";

    private final Path data;
    private final int port = FreePort.find();
    private @Nullable PostgresServer server;

    Postgres(Path data) {
        this.data = data;
    }

    /** Starts it on its data. */
    public synchronized void start() {
        if (server == null) {
            server = PostgresServer.start(
                    data,
                    Path.of(System.getProperty("java.io.tmpdir"), "mandate-atlas-binaries"),
                    port,
                    data.resolveSibling("postgres.log"));
            server.createDatabase(DATABASE, DATABASE);
        }
    }

    /** Stops it; its data stays. */
    public synchronized void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    /** Opens a connection to the gateway's database. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), DATABASE, DATABASE);
    }

    synchronized String jdbcUrl() {
        return Objects.requireNonNull(server).jdbcUrl(DATABASE);
    }
}
