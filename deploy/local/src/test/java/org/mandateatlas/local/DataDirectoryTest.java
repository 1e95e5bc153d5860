package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data directory is never shared, and nothing outside it is changed. */
class DataDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void removingDataRemovesLinksButNotTheirTargets() throws Exception {
        var home = new DataDirectory(folder.resolve("home"));
        home.prepare();
        var outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("letter"), "mine");
        Files.createSymbolicLink(home.kafka(1), outside);
        Files.createDirectory(home.postgres());
        Files.createSymbolicLink(home.postgres().resolve("pg_wal"), outside);

        home.removeData();

        assertTrue(Files.exists(outside.resolve("letter")));
        assertFalse(Files.exists(home.kafka(1), LinkOption.NOFOLLOW_LINKS));
        assertFalse(Files.exists(home.postgres()));
    }

    @Test
    void removingDataKeepsTheKeys() {
        var home = new DataDirectory(folder.resolve("home"));
        home.prepare();
        var keys = new SigningKeys(home.keys());
        keys.createIfMissing();

        home.removeData();

        assertTrue(Files.exists(keys.publicKey()));
    }

    @Test
    void aDirectoryWithOtherFilesIsRejected() throws Exception {
        Files.createDirectory(folder.resolve("postgres"));

        assertThrows(LauncherFailure.class, () -> new DataDirectory(folder).prepare());
    }

    @Test
    void aFileInItsPlaceIsRejected() throws Exception {
        var file = Files.createFile(folder.resolve("file"));

        assertThrows(LauncherFailure.class, () -> new DataDirectory(file).prepare());
    }
}
