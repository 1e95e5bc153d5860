package org.mandateatlas.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * A base backup of a running server: the files of the cluster and the write-ahead log that was written while they were copied.
 * A server that starts on the copy has all databases as they were at one point in time, the end of the backup.
 */
public final class PostgresBackup {

    private static final Path WAL = Path.of("pg_wal");

    /** Files that belong to the running server, and directories whose content it creates again. */
    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "backup_label",
            "pg_dynshmem",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "pg_wal");

    private PostgresBackup() {}

    /**
     * Copies the data of a running server on this machine.
     *
     * @param data its data directory
     * @param port its port
     * @param target a directory that does not exist
     */
    public static void copy(Path data, int port, Path target) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                        PostgresServer.SUPERUSER,
                        Files.readString(data.resolve("superuser.password")));
                var statement = connection.createStatement()) {
            // a temporary slot keeps the write-ahead log until the connection ends
            statement.execute(
                    "select pg_create_physical_replication_slot('atlas_backup_' || pg_backend_pid(), true, true)");
            statement.execute("select pg_backup_start('mandate-atlas', true)");
            FileTree.copy(data, target, PostgresBackup::isData);
            Files.writeString(target.resolve("backup_label"), stop(statement));
            FileTree.copy(data.resolve(WAL), target.resolve(WAL), file -> true);
        }
    }

    private static boolean isData(Path file) {
        return !LEFT_OUT.contains(file.getName(0).toString())
                && !file.toString().contains("pgsql_tmp");
    }

    private static String stop(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
