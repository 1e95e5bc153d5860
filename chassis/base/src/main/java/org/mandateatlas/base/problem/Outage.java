package org.mandateatlas.base.problem;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Classifies failures: an unavailable database or a locked row is temporary, others are not. */
public final class Outage {

    /**
     * SQL states of connection failures, exhausted resources, locks not granted in time, transactions that were idle for too long, and
     * a server that is starting or stopping.
     */
    private static final List<String> STATES = List.of("08", "25P03", "53", "55P03", "57P", "58");

    private Outage() {}

    /** Returns whether the failure came from a database that is unavailable or too busy. */
    public static boolean caused(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOutage(cause) || Stream.of(cause.getSuppressed()).anyMatch(Outage::isOutage)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(Throwable cause) {
        return cause instanceof SQLException sql && (hasState(sql) || timedOut(sql));
    }

    private static boolean hasState(SQLException failure) {
        var state = failure.getSQLState();
        return state != null && STATES.stream().anyMatch(state::startsWith);
    }

    /** The time-out of the connection pool has no state. */
    private static boolean timedOut(SQLException failure) {
        return failure.getMessage() != null && failure.getMessage().contains("Acquisition timeout");
    }
}
