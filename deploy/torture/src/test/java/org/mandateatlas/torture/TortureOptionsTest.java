package org.mandateatlas.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options have defaults, and invalid ones are rejected. */
class TortureOptionsTest {

    private static final Path ROOT = Path.of("/checkout");

    @Test
    void tenMinutesAreTheDefault() {
        var options = TortureOptions.parse(List.of(), ROOT);

        assertEquals(600, options.seconds());
        assertEquals(1, options.brokers());
        assertEquals(Path.of("/checkout/target/torture"), options.out());
    }

    @Test
    void valuesFollowOrAreAttached() {
        assertEquals(
                new TortureOptions(120, 7, 3, Path.of("/tmp/t")),
                TortureOptions.parse(List.of("--minutes", "2", "--seed=7", "--brokers=3", "--out", "/tmp/t"), ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--minutes", "--minutes=0", "--seed=x", "--brokers=10", "--speed=1", "fast=1"})
    void invalidArgumentsAreRejected(String argument) {
        assertThrows(IllegalArgumentException.class, () -> TortureOptions.parse(List.of(argument), ROOT));
    }
}
