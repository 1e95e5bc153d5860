package org.mandateatlas.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackRequestsTest {

    @Test
    void aRequestOfThisProcessNamesItsClient() {
        var headers = MultiMap.caseInsensitiveMultiMap();
        LoopbackRequests.sign(headers, "2001:db8::7");
        assertEquals("2001:db8::7", LoopbackRequests.client(headers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "192.0.2.7", "00000000000000000000000000000000 192.0.2.7", " 192.0.2.7"})
    void aClientCannotNameAnother(String made) {
        var headers = MultiMap.caseInsensitiveMultiMap();
        headers.set(LoopbackRequests.HEADER, made);
        assertNull(LoopbackRequests.client(headers));
    }
}
