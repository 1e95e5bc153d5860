package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void jvmOptionsAreSeparatedBySpaces() {
        assertEquals(
                List.of("-Xmx1g", "-Da=b"),
                of("ATLAS_JAVA_OPTIONS", "  -Xmx1g\t-Da=b ").javaOptions());
        assertEquals(List.of(), of("ATLAS_JAVA_OPTIONS", "").javaOptions());
        assertEquals(List.of(), Settings.from(Map.of()).javaOptions());
    }

    @Test
    void startTimeoutIsAWholeNumberOfSeconds() {
        assertEquals(Duration.ofSeconds(7), of("ATLAS_START_TIMEOUT", "7").startTimeout());
        assertEquals(Duration.ofSeconds(120), Settings.from(Map.of()).startTimeout());
        assertThrows(
                LauncherFailure.class, () -> of("ATLAS_START_TIMEOUT", "soon").startTimeout());
    }

    @Test
    void postgresBuffersAreASize() {
        assertEquals("4GB", of("ATLAS_POSTGRES_BUFFERS", "4GB").postgresBuffers());
        assertEquals("64MB", Settings.from(Map.of()).postgresBuffers());
        for (var size : List.of("", "4", "0MB", "4GB -c fsync=off")) {
            assertThrows(
                    LauncherFailure.class,
                    () -> of("ATLAS_POSTGRES_BUFFERS", size).postgresBuffers(),
                    size);
        }
    }

    private static Settings of(String name, String value) {
        return Settings.from(Map.of(name, value));
    }
}
