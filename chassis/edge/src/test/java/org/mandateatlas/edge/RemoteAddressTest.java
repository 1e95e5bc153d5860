package org.mandateatlas.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7,          192.0.2.7",
        "[2001:db8::7],      2001:db8::7",
        "2001:db8::7,        2001:db8::7",
        "_hidden,            _hidden",
        "unknown,            unknown",
        "'a\"b',             unknown",
        "'a b',              unknown",
        "'',                 unknown"
    })
    void whatAProxySaysIsBelievedAsFarAsItLooksLikeAnAddress(String given, String address) {
        assertEquals(address, RemoteAddress.given(given));
    }

    @Test
    void whoIsNotNamedIsUnknown() {
        assertEquals("unknown", RemoteAddress.given(null));
    }
}
