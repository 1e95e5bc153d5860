package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The expected status of every operation for each kind of caller, from {@code access.csv}.
 *
 * @param statuses statuses by operation and caller
 */
record AccessMatrix(SortedMap<String, Map<Caller, Integer>> statuses) {

    private static final Path FILE = Path.of("src/test/resources/access.csv");

    /** The callers, in the order of the columns. */
    enum Caller {
        ANONYMOUS,
        /** The owner of the subscription in the request. */
        SUBSCRIBER,
        CURATOR,
        OTHER_SUBSCRIBER
    }

    static AccessMatrix read() throws IOException {
        var statuses = new TreeMap<String, Map<Caller, Integer>>();
        for (var line : Files.readAllLines(FILE).stream().skip(1).toList()) {
            var cells = line.split(",", -1);
            assertEquals(1 + Caller.values().length, cells.length, line);
            var row = new EnumMap<Caller, Integer>(Caller.class);
            for (var caller : Caller.values()) {
                row.put(caller, Integer.valueOf(cells[1 + caller.ordinal()]));
            }
            assertNull(statuses.put(cells[0], row), "two entries: " + cells[0]);
        }
        return new AccessMatrix(statuses);
    }
}
