package org.mandateatlas.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/** The log file of a component. */
record LogFile(Path path) {

    private static final Pattern ERROR_LINE = Pattern.compile("FATAL|ERROR|Exception|Error\\b|PANIC|[Ee]rror:");
    private static final int TAIL_BYTES = 64 * 1024;
    private static final int REASON_LENGTH = 300;

    /** Renames the log of the previous run, so that the file covers one run. */
    void rotate() throws IOException {
        Files.createDirectories(path.getParent());
        if (Files.exists(path)) {
            var name = path.getFileName().toString().replace(".log", ".previous.log");
            Files.move(path, path.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Returns the line that most likely explains a failure, or an empty string. */
    String reason() {
        var reason = "";
        var isError = false;
        for (var line : tail().lines().toList()) {
            var matches = ERROR_LINE.matcher(line).find();
            if (!line.isBlank() && !line.startsWith("\tat ") && (matches || !isError)) {
                reason = line.strip();
                isError |= matches;
            }
        }
        return reason.length() > REASON_LENGTH ? reason.substring(0, REASON_LENGTH) + "…" : reason;
    }

    private String tail() {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var start = Math.max(0, file.length() - TAIL_BYTES);
            file.seek(start);
            var bytes = new byte[(int) (file.length() - start)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
