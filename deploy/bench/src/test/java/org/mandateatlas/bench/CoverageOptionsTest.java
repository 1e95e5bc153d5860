package org.mandateatlas.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options are accepted in both forms, and invalid ones are rejected. */
class CoverageOptionsTest {

    @Test
    void defaultsAreThoseInTheHelp() {
        assertEquals(new CoverageOptions(100_000, 5000, "512m", 20), CoverageOptions.of(List.of()));
    }

    @Test
    void aValueFollowsItsNameOrAnEqualsSign() {
        assertEquals(
                new CoverageOptions(200, 5000, "1g", 20),
                CoverageOptions.of(List.of("--mandates", "200", "--heap=1g")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--mandates=0", "--mandates=many", "--institutions=19", "--heap=512", "--rounds", "--speed=9"})
    void invalidOptionsAreRejected(String option) {
        assertThrows(IllegalArgumentException.class, () -> CoverageOptions.of(List.of(option)));
    }
}
