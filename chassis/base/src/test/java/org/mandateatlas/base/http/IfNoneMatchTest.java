package org.mandateatlas.base.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IfNoneMatchTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"7\"              | true",
                "W/\"7\"            | true",
                "*                  | true",
                "\"6\", \"7\"       | true",
                "\"6\",W/\"7\"      | true",
                "\"6\"              | false",
                "\"77\"             | false",
                "W/\"77\"           | false",
                "7                  | false",
                "w/\"7\"            | false",
                "nonsense           | false"
            })
    void aClientHasTheAnswerWhoseTagItNames(String condition, boolean has) {
        assertEquals(has, IfNoneMatch.isMetBy(List.of(condition), "\"7\""));
    }

    @Test
    void theConditionMayStandInSeveralLines() {
        assertTrue(IfNoneMatch.isMetBy(List.of("\"6\"", "\"7\""), "\"7\""));
    }

    @Test
    void withoutAConditionOrATagNobodyHasTheAnswer() {
        assertFalse(IfNoneMatch.isMetBy(List.of(), "\"7\""));
        assertFalse(IfNoneMatch.isMetBy(List.of("*"), null));
    }
}
