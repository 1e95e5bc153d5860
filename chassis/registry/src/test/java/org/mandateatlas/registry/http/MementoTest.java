package org.mandateatlas.registry.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.problem.ProblemException;

class MementoTest {

    @Test
    void aDatetimeIncludesItsSecond() {
        assertEquals(Instant.parse("2026-11-26T12:00:00.999999999Z"), Memento.parse("Thu, 26 Nov 2026 12:00:00 GMT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-11-26", "2026-11-26T12:00:00Z", "Fri, 26 Nov 2026 12:00:00 GMT"})
    void otherFormsAreRejected(String text) {
        var problem = assertThrows(ProblemException.class, () -> Memento.parse(text));
        assertEquals(400, problem.problem().status());
    }
}
