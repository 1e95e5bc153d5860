package org.mandateatlas.gateway.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.MultiMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandateatlas.feed.StreamPositions;

class CachePolicyTest {

    @Test
    void aSuccessThatTellsItsPositionIsKept() {
        assertEquals(true, isKept(200, headers()));
    }

    @ParameterizedTest
    @CsvSource({"206", "301", "304", "404", "410", "503"})
    void nothingElseIsKept(int status) {
        assertEquals(false, isKept(status, headers()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Atlas-Position  | nonsense            | false",
                "Atlas-Position  | mandate:7,mandate:8 | false",
                "Atlas-Position  | source:7            | false",
                "Cache-Control   | no-cache            | true",
                "Cache-Control   | public, immutable   | true",
                "Cache-Control   | no-store            | false",
                "Cache-Control   | private, max-age=1  | false",
                "Vary            | Accept              | true",
                "Vary            | accept-encoding     | true",
                "Vary            | Accept, Origin      | false",
                "Vary            | *                   | false",
                "Content-Encoding| identity            | true",
                "Content-Encoding| gzip                | false",
                "Set-Cookie      | a=b                 | false"
            })
    void anAnswerIsKeptAsItsHeadersAllow(String name, String value, boolean kept) {
        assertEquals(kept, isKept(200, headers().set(name, value)));
    }

    @Test
    void anAnswerWithoutAPositionIsNotKept() {
        assertEquals(false, isKept(200, headers().remove("Atlas-Position")));
    }

    private static MultiMap headers() {
        return MultiMap.caseInsensitiveMultiMap().set("Atlas-Position", "mandate:7");
    }

    private static boolean isKept(int status, MultiMap headers) {
        var basis = new Dependencies(Set.of("mandate"), Set.of("mandate"), Set.of(), false);
        return CachePolicy.versions(status, headers, PositionSnapshot.now(new StreamPositions()), basis) != null;
    }
}
