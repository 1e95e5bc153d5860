package org.mandateatlas.gateway.subscription;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells failures of a database that is away for a while from those that are a fault of ours. */
final class Outage {

    /** No connection, no resources, and a server that is told to end or is not up yet. */
    private static final List<String> CLASSES = List.of("08", "53", "57P", "58");

    private Outage() {}

    static boolean caused(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOutage(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** The pool has no state for its own failures: that no connection could be had in time. */
    private static boolean isOutage(@Nullable String state) {
        return state == null || CLASSES.stream().anyMatch(state::startsWith);
    }
}
