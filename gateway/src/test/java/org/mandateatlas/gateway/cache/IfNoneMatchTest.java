package org.mandateatlas.gateway.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
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
        assertEquals(has, IfNoneMatch.isMetBy(headers().add("If-None-Match", condition), "\"7\""));
    }

    @Test
    void theConditionMayStandInSeveralLines() {
        assertTrue(IfNoneMatch.isMetBy(headers().add("If-None-Match", "\"6\"").add("If-None-Match", "\"7\""), "\"7\""));
    }

    @Test
    void withoutAConditionOrATagNobodyHasTheAnswer() {
        assertFalse(IfNoneMatch.isMetBy(headers(), "\"7\""));
        assertFalse(IfNoneMatch.isMetBy(headers().add("If-None-Match", "*"), null));
    }

    private static MultiMap headers() {
        return MultiMap.caseInsensitiveMultiMap();
    }
}
