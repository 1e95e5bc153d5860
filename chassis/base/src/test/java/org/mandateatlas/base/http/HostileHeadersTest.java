package org.mandateatlas.base.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.HostileTexts;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.trace.TraceParent;

/** Parsers of headers and parameters throw nothing but their problem, whatever they are given. */
class HostileHeadersTest {

    private static final List<MediaType> OFFERED =
            List.of(MediaType.APPLICATION_JSON_TYPE, ContentNegotiation.NDJSON, ContentNegotiation.CSV);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T00:00:00Z"), ZoneOffset.UTC);
    private static final QueryParameters PARAMETERS = new QueryParameters(Map.of("q", false, "institution", true));
    private static final int LARGEST_HEADER = 16 * 1024;

    @Property(tries = 300)
    void oneOfTheOfferedTypesIsPreferredOrNone(@ForAll(supplier = HostileTexts.class) String accept) {
        var preferred = ContentNegotiation.preferred(accept, OFFERED);
        assertTrue(preferred == null || OFFERED.contains(preferred));
    }

    @Property(tries = 300)
    void aTypeThatIsNamedAloneIsPreferredWhateverElseIsMalformed(
            @ForAll("types") MediaType type, @ForAll @AlphaChars @StringLength(min = 1) String malformed) {
        assertEquals(type, ContentNegotiation.preferred(malformed + " , " + type + ";q=0.5 ,;", OFFERED));
    }

    @Provide
    Arbitrary<MediaType> types() {
        return Arbitraries.of(OFFERED);
    }

    @Property(tries = 300)
    void aTagIsFoundInAnyListThatHasIt(
            @ForAll List<@NumericChars @StringLength(min = 1) String> others, @ForAll @AlphaChars String own) {
        var tag = '"' + own + '"';
        var tags =
                new ArrayList<>(others.stream().map(each -> "W/\"" + each + '"').toList());
        assertEquals(false, IfNoneMatch.isMetBy(tags, tag));
        tags.add(tags.size() / 2, "W/" + tag);
        assertTrue(IfNoneMatch.isMetBy(List.of(String.join(" ,", tags)), tag));
        assertTrue(IfNoneMatch.isMetBy(tags, tag));
    }

    @Property(tries = 300)
    void anExtendedValueIsDecoded(@ForAll @StringLength(max = 200) String text) {
        var whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        var encoded = URLEncoder.encode(whole, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        assertEquals(whole, HeaderText.extended("Change-Note*", "utf-8'en'" + encoded));
    }

    @Property(tries = 300)
    void textInUtf8IsReadFromItsBytes(@ForAll String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        assertEquals(
                new String(bytes, StandardCharsets.UTF_8),
                HeaderText.of(new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    @Property(tries = 300)
    void cursorsAreReadByTheirQueryOnly(
            @ForAll List<@AlphaChars String> values, @ForAll String query, @ForAll String other) {
        var cursor = Cursor.encode(query, values.isEmpty() ? List.of("") : values);
        assertEquals(values.isEmpty() ? List.of("") : values, Cursor.decode(query, cursor));
        if (!query.equals(other)) {
            onlyProblems(() -> assertEquals(List.of(), Cursor.decode(other, cursor)));
        }
    }

    @Property(tries = 300)
    void everyParserHasOneKindOfException(@ForAll(supplier = HostileTexts.class) String text) {
        parsers(text).forEach(HostileHeadersTest::onlyProblems);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a-",
                "-a",
                "a.",
                "\"",
                "\",",
                ",",
                ", ",
                ";",
                " ; ",
                " ",
                "a b",
                "*/*,",
                "text/csv;q=0,",
                "a/b;q=\"",
                "%41",
                "%",
                "'",
                ":",
                "1",
                "mandate:1,",
                "W/\"1\",",
                "\u00E9",
                "\uD800",
                "9",
                "2004-12-31T"
            })
    void theLargestHeaderNeedsLittleStack(String piece) {
        var text = piece.repeat(LARGEST_HEADER / piece.length());
        for (var prefix : List.of("", "UTF-8''", "mandate:1,", "2004-12-31T", "\"")) {
            HostileTexts.parse(piece, () -> parsers(prefix + text).forEach(HostileHeadersTest::onlyProblems));
        }
    }

    private static List<Runnable> parsers(String text) {
        return List.of(
                () -> ContentNegotiation.preferred(text, OFFERED),
                () -> IfNoneMatch.isMetBy(List.of(text), "\"1\""),
                () -> Parse.day("validAt", text),
                () -> Parse.knownAt(text, CLOCK),
                () -> Parse.number("limit", text, 1, 200),
                () -> Parse.slug("institution", text),
                () -> Parse.flag("withTotal", text),
                () -> Parse.words("level", List.of(text), List.of("lead")),
                () -> PARAMETERS.check("q", List.of(text)),
                () -> PARAMETERS.check(text, List.of("1")),
                () -> HeaderText.of(text),
                () -> HeaderText.extended("Change-Note*", text),
                () -> Cursor.decode("query", text),
                () -> Position.parameter("after", text),
                () -> Position.header(text),
                () -> RequestTarget.encode("/" + text),
                () -> TraceParent.sane(text));
    }

    private static void onlyProblems(Runnable parser) {
        try {
            parser.run();
        } catch (ProblemException e) {
            assertEquals(400, e.problem().status());
            var violations = e.problem().violations();
            assertTrue(violations != null && !violations.isEmpty(), e.getMessage());
        }
    }
}
