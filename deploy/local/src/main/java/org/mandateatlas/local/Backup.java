package org.mandateatlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.mandateatlas.embedded.FileTree;
import org.mandateatlas.embedded.PostgresBackup;

/**
 * A backup of a suite: all databases at one point in time, the passwords of their roles and the keys of its tokens. The topics
 * are not part of it, because the services publish their logs again.
 */
final class Backup {

    private static final String MARKER = "mandate-atlas-backup";
    private static final String POSTGRES = "postgres";
    private static final String PASSWORDS = "passwords";
    private static final String KEYS = "keys";

    private final Path folder;

    Backup(Path folder) {
        this.folder = folder;
    }

    /** Writes the backup of a running suite. */
    void write(DataDirectory suite, int postgresPort) throws IOException {
        if (Files.exists(folder)) {
            throw new LauncherFailure("The directory " + folder + " exists; name a new one.");
        }
        Files.createDirectories(folder);
        try {
            PostgresBackup.copy(suite.postgres(), postgresPort, folder.resolve(POSTGRES));
        } catch (SQLException e) {
            throw new LauncherFailure(
                    "The databases cannot be copied (" + e.getMessage() + "); is the suite running?", e);
        }
        FileTree.copy(suite.passwords(), folder.resolve(PASSWORDS));
        FileTree.copy(suite.keys(), folder.resolve(KEYS));
        Files.writeString(
                folder.resolve(MARKER), Instant.now().truncatedTo(ChronoUnit.SECONDS) + System.lineSeparator());
    }

    /** Replaces the data of a stopped suite by the backup; the topics are removed, and published again at the next start. */
    void restore(DataDirectory suite, boolean replace) throws IOException {
        if (!Files.exists(folder.resolve(MARKER))) {
            throw new LauncherFailure(folder + " is not a complete backup.");
        }
        suite.prepare();
        if (Files.exists(suite.postgres()) && !replace) {
            throw new LauncherFailure("The suite has data in " + suite.postgres() + "; --replace removes it.");
        }
        suite.removeData();
        FileTree.copy(folder.resolve(POSTGRES), suite.postgres());
        FileTree.copy(folder.resolve(PASSWORDS), suite.passwords());
        FileTree.copy(folder.resolve(KEYS), suite.keys());
    }

    /** Returns when the backup was completed. */
    String time() throws IOException {
        return Files.readString(folder.resolve(MARKER)).strip();
    }
}
