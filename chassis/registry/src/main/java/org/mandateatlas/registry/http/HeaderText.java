package org.mandateatlas.registry.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of a header. HTTP hands its bytes over as Latin-1; clients today write UTF-8. */
final class HeaderText {

    private HeaderText() {}

    /** Returns the text that the bytes spell in UTF-8, or else in Latin-1. */
    static String of(String latin1) {
        if (latin1.chars().anyMatch(character -> character > 0xFF)) {
            return latin1;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(latin1.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return latin1;
        }
    }
}
