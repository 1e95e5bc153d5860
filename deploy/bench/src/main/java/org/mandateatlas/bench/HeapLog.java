package org.mandateatlas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The garbage collection log of a JVM. Usage only grows between collections, so the maximum is reached before one.
 *
 * @param file the log file
 */
record HeapLog(Path file) {

    private static final Pattern PAUSE = Pattern.compile("Pause (\\w+).* (\\d+)M->(\\d+)M\\((\\d+)M\\)");

    /** Returns the JVM option that enables the log. */
    String option() {
        return "-Xlog:gc:file=" + file;
    }

    /** Returns the heap usage up to the last full collection. */
    Usage usage() throws IOException {
        var afterFullCollection = 0;
        var maximum = 0;
        for (var line : Files.readAllLines(file)) {
            var pause = PAUSE.matcher(line);
            if (pause.find()) {
                maximum = Math.max(maximum, Integer.parseInt(pause.group(2)));
                afterFullCollection =
                        pause.group(1).equals("Full") ? Integer.parseInt(pause.group(3)) : afterFullCollection;
            }
        }
        return new Usage(afterFullCollection, maximum);
    }

    /**
     * Heap usage in MB.
     *
     * @param afterFullCollection usage after the last full collection
     * @param maximum maximum usage before any collection
     */
    record Usage(int afterFullCollection, int maximum) {}
}
