package org.mandateatlas.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A PostgreSQL server on a loopback port with persistent data. */
public final class PostgresServer implements AutoCloseable {

    static final String SUPERUSER = "postgres";

    /** Memory for pages that is enough for the bundled dataset. */
    public static final String LITTLE_MEMORY = "64MB";

    private static final Duration RELEASE_TIMEOUT = Duration.ofSeconds(20);
    private static final long RETRY_MILLIS = 200;

    private final PostgresPrograms programs;
    private final Path data;
    private final int port;
    private final Path log;

    private PostgresServer(PostgresPrograms programs, Path data, int port, Path log) {
        this.programs = programs;
        this.data = data;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts the server with little memory, creating the cluster if the directory is missing or empty.
     *
     * @param data data directory of the cluster
     * @param binaries directory for the unpacked binaries, shared between runs
     * @param log log file of the server
     * @throws UncheckedIOException if the server does not start
     */
    public static PostgresServer start(Path data, Path binaries, int port, Path log) {
        return start(data, binaries, port, log, LITTLE_MEMORY);
    }

    /**
     * Starts the server, creating the cluster if the directory is missing or empty.
     *
     * @param data data directory of the cluster
     * @param binaries directory for the unpacked binaries, shared between runs
     * @param log log file of the server
     * @param sharedBuffers memory for pages of tables and indexes, as in the server's configuration
     * @throws UncheckedIOException if the server does not start
     */
    public static PostgresServer start(Path data, Path binaries, int port, Path log, String sharedBuffers) {
        return start(data, binaries, port, log, Map.of("shared_buffers", sharedBuffers));
    }

    /**
     * Starts the server, creating the cluster if the directory is missing or empty.
     *
     * @param data data directory of the cluster
     * @param binaries directory for the unpacked binaries, shared between runs
     * @param log log file of the server
     * @param settings parameters of the server, such as {@code shared_buffers} or {@code ssl}
     * @throws UncheckedIOException if the server does not start
     */
    public static PostgresServer start(Path data, Path binaries, int port, Path log, Map<String, String> settings) {
        try {
            var server = new PostgresServer(PostgresPrograms.unpack(binaries), data.toAbsolutePath(), port, log);
            if (isMissingOrEmpty(data)) {
                server.initialise();
            }
            server.start(settings);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates a role and a database owned by it unless they exist, and sets the password. */
    public void createDatabase(String name, String password) {
        createDatabases(Map.of(name, password));
    }

    /**
     * Creates roles, each with a database of the same name, unless they exist, and sets the passwords.
     *
     * @param passwords the password of each role
     */
    public void createDatabases(Map<String, String> passwords) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var role : passwords.entrySet()) {
                createDatabase(statement, role.getKey(), role.getValue());
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("cannot create the databases " + passwords.keySet(), e);
        }
    }

    private static void createDatabase(Statement statement, String name, String password) throws SQLException {
        if (!exists(statement, "pg_roles where rolname = '" + name + "'")) {
            statement.execute("create role " + name);
        }
        statement.execute("alter role " + name + " login password '" + password + "'");
        if (!exists(statement, "pg_database where datname = '" + name + "'")) {
            statement.execute("create database " + name + " owner " + name + " template template0 encoding 'UTF8'");
        }
    }

    private static boolean exists(Statement statement, String row) throws SQLException {
        try (var rows = statement.executeQuery("select 1 from " + row)) {
            return rows.next();
        }
    }

    /** Returns the JDBC URL of a database. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Returns the process id of the postmaster. */
    public long pid() {
        try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (programs.run(log, "pg_ctl", List.of("stop", "-D", data.toString(), "-m", "fast", "-t", "30")) != 0) {
                programs.run(log, "pg_ctl", List.of("stop", "-D", data.toString(), "-m", "immediate"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates the cluster in a temporary directory and moves it, so that a failed attempt leaves nothing behind. */
    private void initialise() throws IOException {
        Files.createDirectories(data.getParent());
        var unfinished = Files.createTempDirectory(data.getParent(), "initdb");
        var password = Files.createTempFile(data.getParent(), "initdb", ".password");
        try {
            Files.writeString(password, randomPassword());
            initialise(unfinished, password);
            Files.move(password, unfinished.resolve("superuser.password"));
            Files.move(unfinished, data, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(password);
            Files.deleteIfExists(unfinished);
        }
    }

    private void initialise(Path folder, Path password) throws IOException {
        var exit = programs.run(
                log,
                "initdb",
                List.of(
                        "--pgdata=" + folder,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--no-locale",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-sync"));
        if (exit != 0) {
            throw new IOException("initdb failed with exit code " + exit + ", see " + log);
        }
    }

    /** Starts the server, again while one that was killed has not let go of the data. */
    private void start(Map<String, String> settings) throws IOException {
        var options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                + " -c max_connections=200"
                + settings.entrySet().stream()
                        .map(setting -> " -c " + setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining());
        var lock = new PostmasterLock(data.resolve("postmaster.pid"));
        var deadline = Instant.now().plus(RELEASE_TIMEOUT);
        lock.removeIfUnused();
        while (programs.run(
                        log,
                        "pg_ctl",
                        List.of("start", "-w", "-t", "60", "-D", data.toString(), "-l", log.toString(), "-o", options))
                != 0) {
            if (!lock.isLeftBehind() || Instant.now().isAfter(deadline)) {
                throw new IOException("the server did not start, see " + log);
            }
            pause();
            lock.removeIfUnused();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting the server", e);
        }
    }

    private Connection connect() throws IOException, SQLException {
        return DriverManager.getConnection(
                jdbcUrl("postgres"), SUPERUSER, Files.readString(data.resolve("superuser.password")));
    }

    private static boolean isMissingOrEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
