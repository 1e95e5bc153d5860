package org.mandateatlas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a JVM logs of its collections. Between two of them use only grows, so that the most is what one of them found.
 *
 * @param file the log
 */
record HeapLog(Path file) {

    private static final Pattern PAUSE = Pattern.compile("Pause (\\w+).* (\\d+)M->(\\d+)M\\((\\d+)M\\)");

    /** Returns the option that makes a JVM write the log. */
    String option() {
        return "-Xlog:gc:file=" + file;
    }

    /** Tells of the use up to the last full collection. */
    Usage usage() throws IOException {
        var left = 0;
        var most = 0;
        for (var line : Files.readAllLines(file)) {
            var pause = PAUSE.matcher(line);
            if (pause.find()) {
                most = Math.max(most, Integer.parseInt(pause.group(2)));
                left = pause.group(1).equals("Full") ? Integer.parseInt(pause.group(3)) : left;
            }
        }
        return new Usage(left, most);
    }

    /**
     * Use of a heap.
     *
     * @param left what the last full collection left, in MB
     * @param most the most before any collection, in MB
     */
    record Usage(int left, int most) {}
}
