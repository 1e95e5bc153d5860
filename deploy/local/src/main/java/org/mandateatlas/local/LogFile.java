package org.mandateatlas.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/** The file that takes the output of one part. */
record LogFile(Path path) {

    private static final Pattern TROUBLE = Pattern.compile("FATAL|ERROR|Exception|Error\\b|PANIC|[Ee]rror:");
    private static final int TAIL_BYTES = 64 * 1024;
    private static final int REASON_LENGTH = 300;

    /** Puts the log of the run before aside, so that the file is about one run. */
    void rotate() throws IOException {
        Files.createDirectories(path.getParent());
        if (Files.exists(path)) {
            var name = path.getFileName().toString().replace(".log", ".previous.log");
            Files.move(path, path.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Returns the line that says best why the part failed, or nothing where there is none. */
    String reason() {
        var reason = "";
        var isTrouble = false;
        for (var line : tail().lines().toList()) {
            var says = TROUBLE.matcher(line).find();
            if (!line.isBlank() && !line.startsWith("\tat ") && (says || !isTrouble)) {
                reason = line.strip();
                isTrouble |= says;
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
