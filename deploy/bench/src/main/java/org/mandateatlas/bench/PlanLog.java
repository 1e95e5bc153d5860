package org.mandateatlas.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mandateatlas.embedded.PostgresServer;

/** Makes PostgreSQL log the plans of the statements that it executes, and finds sequential scans of large tables among them. */
final class PlanLog {

    private static final List<String> DATABASES = List.of("institutions", "functions", "processes");

    private static final String LARGE = "institutions";

    private static final List<String> ENABLE = List.of(
            "alter database %s set session_preload_libraries = 'auto_explain'",
            "alter database %s set auto_explain.log_min_duration = 0");

    private static final List<String> INDEXES_ONLY = List.of("alter database %s set enable_seqscan = off");

    private static final List<String> DISABLE = List.of(
            "alter database %s reset session_preload_libraries",
            "alter database %s reset auto_explain.log_min_duration", "alter database %s reset enable_seqscan");

    /** The tables that grow with the number of documents. */
    private static final Pattern SCAN = Pattern.compile("Seq Scan on (revision|entry|facet|boundary|boundary_term"
            + "|dated_item|dated_term|living|reference|replica_revision)\\b");

    private static final Pattern PLAN = Pattern.compile("(?m)^.* LOG:  duration: .* plan:$");

    private final Path data;
    private final Path log;

    PlanLog(Path data) {
        this.data = data;
        this.log = data.resolve("logs/postgres.log");
    }

    /**
     * Prepares the databases, before the suite starts.
     *
     * @param many whether so many mandates are stored that sequential scans of them are never the cheapest plan; in databases with few
     *     rows they are avoided wherever an index can be used
     */
    void enable(PostgresServer server, boolean many) throws IOException, SQLException {
        var url = server.jdbcUrl("postgres");
        execute(url, DATABASES, ENABLE);
        execute(
                url,
                many ? DATABASES.stream().filter(name -> !name.equals(LARGE)).toList() : DATABASES,
                INDEXES_ONLY);
    }

    void disable(String jdbcUrl) throws IOException, SQLException {
        execute(jdbcUrl, DATABASES, DISABLE);
    }

    private void execute(String jdbcUrl, List<String> databases, List<String> statements)
            throws IOException, SQLException {
        var password = Files.readString(data.resolve("postgres/superuser.password"));
        try (var connection = DriverManager.getConnection(jdbcUrl, "postgres", password);
                var statement = connection.createStatement()) {
            for (var database : databases) {
                for (var sql : statements) {
                    statement.execute(sql.formatted(database));
                }
            }
        }
    }

    /** Returns the present end of the log. */
    long end() throws IOException {
        return Files.size(log);
    }

    /** Returns the number of plans after a position of the log. */
    int plansAfter(long position) throws IOException {
        return (int) PLAN.matcher(textAfter(position)).results().count();
    }

    /** Returns the sequential scans of large tables after a position of the log, each with its statement. */
    List<String> scansAfter(long position) throws IOException {
        var scans = new ArrayList<String>();
        for (var plan : PLAN.split(textAfter(position))) {
            var scan = SCAN.matcher(plan);
            while (scan.find()) {
                var lineEnd = plan.indexOf('\n', scan.end());
                scans.add(plan.substring(scan.start(), lineEnd < 0 ? plan.length() : lineEnd) + " in "
                        + plan.strip().lines().limit(3).map(String::strip).toList());
            }
        }
        return scans;
    }

    private String textAfter(long position) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(position);
            var bytes = new byte[Math.toIntExact(file.length() - position)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
