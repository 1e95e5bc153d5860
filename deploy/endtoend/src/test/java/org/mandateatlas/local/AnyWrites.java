package org.mandateatlas.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Documents with any texts and dates, which a write may accept or reject. */
final class AnyWrites {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CITED = "\"citations\": [{\"source\": \"newland-2004\", \"locator\": %s}]";

    private static final String INSTITUTION = """
            {"kind": "commission", "summary": %1$s, "names": [{"kind": "official", "value": %1$s, "language": "en",
              "validity": {"from": "1900"}, %3$s}], "validity": {"from": %2$s}, %3$s}""";

    private static final String MANDATE = """
            {"institution": "iom", "title": %1$s, "text": %1$s, "functions": ["coordination"], "populations": ["migrants"],
             "authority": "decision", "force": "internal", "validity": {"from": %2$s}, %3$s}""";

    private static final String PROCESS = """
            {"name": %1$s, "kind": "dialogue", "summary": %1$s, "functions": ["discussion-platform"],
             "validity": {"to": %2$s}, %3$s}""";

    private static final String PARTICIPATION = """
            {"process": "berne-initiative", "institution": "iom", "role": "observer", "text": %1$s,
             "validity": {"from": %2$s}, %3$s}""";

    private AnyWrites() {}

    /**
     * A document to write.
     *
     * @param collection its collection
     * @param text the text in it
     * @param body its JSON
     */
    record Write(String collection, String text, String body) {}

    static Arbitrary<Write> writes() {
        return Combinators.combine(kinds(), texts(), dates()).as(AnyWrites::write);
    }

    private static Arbitrary<String> kinds() {
        return Arbitraries.of("institutions", "mandates", "processes", "participations");
    }

    private static Write write(String collection, String text, String date) {
        var template = switch (collection) {
            case "institutions" -> INSTITUTION;
            case "mandates" -> MANDATE;
            case "processes" -> PROCESS;
            default -> PARTICIPATION;
        };
        return new Write(
                collection, text, template.formatted(quoted(text), quoted(date), CITED.formatted(quoted(text))));
    }

    /** Texts that some format could mistake for its own, and any other. */
    static Arbitrary<String> texts() {
        var particles = Arbitraries.of(
                "\\",
                "\"",
                "'",
                "\\N",
                "\\\"",
                "\n",
                "\t",
                "\r",
                "<",
                "&",
                "&#92;",
                "]]>",
                "=",
                "+",
                "-",
                "@",
                ",",
                ";",
                "{",
                "|",
                "\u2028",
                "\u2029",
                "\u0085",
                "\0",
                "\uFFFE",
                "\uFFFF",
                "\uFDD0",
                "\uFEFF",
                "\uFFFD",
                "\uD83D\uDC69",
                "Łódź",
                "移民",
                "ไทย",
                "IOM",
                " ",
                "data:",
                "\\u0000",
                "\u200D");
        return Arbitraries.frequencyOf(
                Tuple.of(5, particles.list().ofMinSize(1).ofMaxSize(4).map(parts -> String.join("", parts))),
                Tuple.of(1, Arbitraries.strings().all().ofMinLength(1).ofMaxLength(6)));
    }

    /** Dates in the forms of EDTF, and texts that are nearly dates. */
    static Arbitrary<String> dates() {
        var plain = Arbitraries.of(
                "0000",
                "0000-02-29",
                "0001",
                "0001-01-01",
                "0001-12",
                "1951",
                "1951-12-05",
                "2004-02-29",
                "2003-02-29",
                "2026-11",
                "9999",
                "9999-12-31",
                "10000",
                "-0001",
                "2004-13");
        return Arbitraries.oneOf(List.of(
                plain,
                Combinators.combine(plain, Arbitraries.of("~", "?", "%")).as((date, mark) -> date + mark),
                Combinators.combine(plain, plain).as((from, to) -> "[" + from + ".." + to + "]")));
    }

    /** Lone surrogates are escaped, as UTF-8 has none. */
    private static String quoted(String text) {
        try {
            return JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
