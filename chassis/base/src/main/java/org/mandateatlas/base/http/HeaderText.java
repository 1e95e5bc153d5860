package org.mandateatlas.base.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of a header whose bytes arrive as Latin-1 although most clients send UTF-8. */
public final class HeaderText {

    private HeaderText() {}

    /** Decodes the bytes as UTF-8, or as Latin-1 if they are not valid UTF-8. */
    public static String of(String latin1) {
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
