package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup replaces the data of a suite only on demand, and removes its topics. */
class BackupTest {

    @TempDir
    Path folder;

    private DataDirectory suite;

    @BeforeEach
    void createSuiteAndBackup() throws IOException {
        suite = new DataDirectory(folder.resolve("home"));
        suite.prepare();
        write(suite.postgres(), "new");
        write(suite.kafka(1), "new");
        write(suite.passwords(), "new");
        for (var part : new String[] {"postgres", "passwords", "keys"}) {
            write(folder.resolve("backup").resolve(part), "old");
        }
        Files.writeString(folder.resolve("backup").resolve("mandate-atlas-backup"), "2026-11-26T18:55:59Z\n");
    }

    private static void write(Path directory, String text) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("file"), text);
    }

    @Test
    void aRestoredSuiteHasTheDatabasesOfTheBackupAndNoTopics() throws IOException {
        var backup = new Backup(folder.resolve("backup"));

        backup.restore(suite, true);

        assertEquals("2026-11-26T18:55:59Z", backup.time());
        assertEquals("old", Files.readString(suite.postgres().resolve("file")));
        assertEquals("old", Files.readString(suite.passwords().resolve("file")));
        assertEquals("old", Files.readString(suite.keys().resolve("file")));
        assertFalse(Files.exists(suite.kafka(1)));
    }

    @Test
    void existingDataIsKeptUnlessItsReplacementIsDemanded() throws IOException {
        var failure =
                assertThrows(LauncherFailure.class, () -> new Backup(folder.resolve("backup")).restore(suite, false));

        assertTrue(failure.getMessage().contains("--replace"), failure.getMessage());
        assertEquals("new", Files.readString(suite.postgres().resolve("file")));
        assertTrue(Files.exists(suite.kafka(1)));
    }

    @Test
    void anIncompleteBackupIsNotRestored() throws IOException {
        Files.delete(folder.resolve("backup").resolve("mandate-atlas-backup"));

        assertThrows(LauncherFailure.class, () -> new Backup(folder.resolve("backup")).restore(suite, true));

        assertEquals("new", Files.readString(suite.postgres().resolve("file")));
    }

    @Test
    void aBackupIsNotWrittenIntoAnExistingDirectory() {
        assertThrows(LauncherFailure.class, () -> new Backup(folder.resolve("backup")).write(suite, 1));
    }
}
