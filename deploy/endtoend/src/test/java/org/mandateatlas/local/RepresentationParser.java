package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.csv.CSVFormat;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.nio.dot.DOTImporter;
import org.xml.sax.SAXException;

/** Parses responses with a standard reader of their media type. */
final class RepresentationParser {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Where line-based readers of other languages split lines. */
    private static final Pattern LINE = Pattern.compile("[\n\r\u000B\f\u001C-\u001E\u0085\u2028\u2029]");

    private RepresentationParser() {}

    /** Parses a body and fails if it is not of its media type. */
    static void parse(String mediaType, byte[] body) throws IOException, SAXException, ParserConfigurationException {
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(body))
                .toString();
        var bare = mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        if (bare.endsWith("json") && !bare.endsWith("x-ndjson")) {
            checkInstants(JSON.readTree(text));
        } else if (bare.equals("application/x-ndjson")) {
            parseLines(text);
        } else if (bare.equals("text/csv")) {
            parseCsv(text);
        } else if (bare.endsWith("xml")) {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newDocumentBuilder().parse(new ByteArrayInputStream(body));
        } else if (bare.equals("text/vnd.graphviz")) {
            var importer = new DOTImporter<String, DefaultEdge>();
            importer.setVertexFactory(key -> key);
            importer.importGraph(new SimpleGraph<>(DefaultEdge.class), new StringReader(text));
        } else {
            throw new AssertionError("no reader of " + mediaType);
        }
    }

    /** Parses one JSON value. */
    static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    private static void parseLines(String text) throws IOException {
        assertTrue(text.isEmpty() || text.endsWith("\n"), "the last line does not end");
        for (var line : LINE.split(text)) {
            checkInstants(JSON.readTree(line));
        }
    }

    private static void parseCsv(String text) throws IOException {
        assertFalse(text.replace("\r\n", "").isEmpty());
        var format = CSVFormat.RFC4180.builder().setHeader().get();
        try (var rows = format.parse(new StringReader(text.replaceFirst("^\uFEFF", "")))) {
            for (var row : rows) {
                assertEquals(rows.getHeaderNames().size(), row.size(), () -> "columns of " + row);
            }
        }
    }

    /** Instants are those of RFC 3339. */
    private static void checkInstants(JsonNode node) {
        node.findValues("recordedAt").forEach(RepresentationParser::checkInstant);
        node.findValues("time").forEach(RepresentationParser::checkInstant);
    }

    private static void checkInstant(JsonNode instant) {
        if (instant.isTextual()) {
            assertTrue(OffsetDateTime.parse(instant.textValue()).getYear() > 0);
        }
    }
}
