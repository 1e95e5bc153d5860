package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options of JVMs with and without caches. */
class AotCachesTest {

    @TempDir
    Path folder;

    @Test
    void withoutACacheAJvmStartsWithoutOptions() {
        assertEquals(List.of(), caches().options("kafka"));
    }

    @Test
    void anExistingCacheIsUsed() throws Exception {
        var cache = Files.createFile(folder.resolve("kafka.aot"));

        assertTrue(caches().options("kafka").contains("-XX:AOTCache=" + cache));
        assertEquals(List.of(), caches().options("gateway"));
    }

    @Test
    void aTrainingRunRecordsEvenIfACacheExists() throws Exception {
        Files.createFile(folder.resolve("kafka.aot"));
        var options = caches().recording().options("kafka");

        assertTrue(AotCaches.records(options));
        assertFalse(options.toString().contains("-XX:AOTCache="));
    }

    @Test
    void aCacheIsCreatedWithTheOtherOptionsOfTheJvm() {
        var creation = caches().creation("kafka", List.of("-XX:AOTCache=old", "-Xmx9m", "-jar", "some.jar"));

        assertEquals(List.of("-Xmx9m", "-jar", "some.jar"), creation.subList(3, creation.size()));
        assertTrue(creation.contains("-XX:AOTCache=" + folder.resolve("kafka.new")));
        assertFalse(AotCaches.records(creation));
    }

    private AotCaches caches() {
        return new AotCaches(folder, false);
    }
}
