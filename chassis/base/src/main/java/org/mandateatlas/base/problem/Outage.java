package org.mandateatlas.base.problem;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Classifies failures: an unavailable database or a locked row is temporary, others are not. */
final class Outage {

    /** Connection failures, a server that is shutting down or starting, and a lock that is not granted in time. */
    private static final Set<String> STATES =
            Set.of("08000", "08001", "08003", "08004", "08006", "55P03", "57P01", "57P02", "57P03");

    private Outage() {}

    /** Returns whether the failure came from a database that is unavailable or too busy. */
    static boolean caused(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && (STATES.contains(state(sql)) || timedOut(sql))) {
                return true;
            }
        }
        return false;
    }

    private static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }

    /** The pool has no state for its own time-out. */
    private static boolean timedOut(SQLException failure) {
        return failure.getMessage() != null && failure.getMessage().contains("Acquisition timeout");
    }
}
