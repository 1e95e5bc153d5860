package org.mandateatlas.local.verification;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Verifies the data of a running suite: hash chains and sequences of the logs, topics and replicas against the logs, and the
 * sources and documents to which current documents refer.
 */
public final class SuiteVerification {

    private final Report report;
    private final int postgresPort;
    private final String kafka;
    private final UnaryOperator<String> passwords;

    /**
     * Creates a verification.
     *
     * @param passwords returns the password of a database role
     */
    public SuiteVerification(int postgresPort, String kafka, UnaryOperator<String> passwords, PrintStream out) {
        this.postgresPort = postgresPort;
        this.kafka = kafka;
        this.passwords = passwords;
        this.report = new Report(out);
    }

    /** Prints a report and returns the number of findings. */
    public int run(List<String> databases) throws SQLException {
        var open = new ArrayList<ServiceDatabase>();
        try {
            for (var database : databases) {
                open.add(ServiceDatabase.open(
                        database,
                        "jdbc:postgresql://127.0.0.1:" + postgresPort + "/" + database,
                        passwords.apply(database)));
            }
            verify(open);
        } finally {
            for (var database : open) {
                database.close();
            }
        }
        report.line(report.findings() == 0 ? "Everything matches." : "Findings: " + report.findings());
        return report.findings();
    }

    private void verify(List<ServiceDatabase> databases) throws SQLException {
        var logs = logs(databases);
        var highest = new TreeMap<String, Map<String, Long>>();
        for (var database : databases) {
            highest.put("The replica in " + database.name(), database.verifyReplicas(logs, report));
        }
        verifyReferences(databases);
        highest.put("The topic", new TopicComparison(kafka, report).compare(logs.values()));
        // what was written meanwhile is not ahead of the log
        var heads = new TreeMap<String, Long>();
        for (var database : databases) {
            heads.putAll(database.heads());
        }
        highest.forEach((place, streams) -> streams.forEach((stream, sequence) -> {
            if (sequence > heads.getOrDefault(stream, Long.MAX_VALUE)) {
                report.finding(place + " of stream " + stream + " is ahead of its log: " + sequence + " instead of "
                        + heads.get(stream) + ".");
            }
        }));
    }

    private Map<String, VerifiedLog> logs(List<ServiceDatabase> databases) throws SQLException {
        var logs = new TreeMap<String, VerifiedLog>();
        for (var database : databases) {
            for (var log : database.logs().values()) {
                logs.put(log.stream(), log);
                if (log.broken() == null) {
                    report.line("%s: log of %s, %d revisions, chain intact", database.name(), log.stream(), log.last());
                } else {
                    report.finding("The log of " + log.stream() + " in " + database.name() + ": " + log.broken() + ".");
                }
            }
        }
        return logs;
    }

    private void verifyReferences(List<ServiceDatabase> databases) throws SQLException {
        var documents = new TreeMap<String, Set<String>>();
        for (var database : databases) {
            database.addDocuments(documents);
        }
        var references = 0;
        for (var document : documents.entrySet()) {
            for (var reference : document.getValue()) {
                references++;
                if (!documents.containsKey(reference)) {
                    report.finding(document.getKey() + " refers to " + reference + ", which does not exist.");
                }
            }
        }
        report.line("%d documents with %d references and cited sources", documents.size(), references);
    }
}
