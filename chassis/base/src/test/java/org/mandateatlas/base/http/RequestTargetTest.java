package org.mandateatlas.base.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that clients should have encoded are read as what they mean. */
class RequestTargetTest {

    @ParameterizedTest
    @CsvSource({
        "/x?q=a|b, /x?q=a%7Cb",
        "/x?q={y}, /x?q=%7By%7D",
        "/x^y, /x%5Ey",
        "/`, /%60",
        "/a\\b, /a%5Cb",
        "/x?q=\"a\", /x?q=%22a%22",
        "/x?q=<a>, /x?q=%3Ca%3E",
        "/x?q=100%, /x?q=100%25",
        "/x?q=%zz, /x?q=%25zz",
        "/x?q=%4, /x?q=%254",
        "/x?q=%C3%A8|, /x?q=%C3%A8%7C",
    })
    void aCharacterThatMustNotStandAloneIsEncoded(String given, String expected) {
        assertEquals(expected, RequestTarget.encode(given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Genève", "日本", "🌍", "Łódź"})
    void rawUtf8IsRead(String text) {
        var received = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertEquals(
                "/" + text, URI.create(RequestTarget.encode("/" + received)).getPath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1/institutions?q=a%7Cb&limit=1", "/x?a=b+c;d,e!f'(*)~@:$[0]", "*"})
    void aValidTargetStaysAsItIs(String target) {
        assertSame(target, RequestTarget.encode(target));
    }

    @Property
    void anyTargetBecomesAUriAndStaysOne(@ForAll String text) {
        var encoded = RequestTarget.encode("/" + text.replaceAll("[\\[\\]#?/]", "") + "?q=" + text.replace("#", ""));

        assertDoesNotThrow(() -> new URI(encoded));
        assertEquals(encoded, RequestTarget.encode(encoded));
    }
}
