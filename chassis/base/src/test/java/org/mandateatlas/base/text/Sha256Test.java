package org.mandateatlas.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {

    @Test
    void theDigestOfATextIsThatOfItsUtf8() {
        var bytes = "Genève".getBytes(StandardCharsets.UTF_8);
        assertEquals(Sha256.hex(Sha256.of(bytes), 32), Sha256.hex(Sha256.of("Genève"), 32));
    }

    @Test
    void theFirstBytesAreInHexadecimalNotation() {
        assertEquals("ba7816bf", Sha256.hex(Sha256.of("abc"), 4));
    }
}
