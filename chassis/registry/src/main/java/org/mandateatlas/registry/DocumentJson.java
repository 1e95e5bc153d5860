package org.mandateatlas.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.mandateatlas.base.json.KebabCaseEnums;
import org.mandateatlas.base.json.StrictJson;
import org.mandateatlas.base.problem.ProblemException;

/** Reads and writes documents, strictly: what a record does not have is refused at its place. */
public final class DocumentJson {

    private static final ObjectMapper MAPPER = StrictJson.builder()
            .annotationIntrospector(AnnotationIntrospector.pair(new KebabCaseEnums(), new StrictChoices()))
            .addModule(new SimpleModule()
                    .addDeserializer(LocalDate.class, new DayReader())
                    .setDeserializerModifier(new AbsentValues()))
            .build();

    private static final StrictJson STRICT = new StrictJson(MAPPER);

    /** Stored documents remain readable when a record has lost a field. */
    private static final ObjectReader STORED =
            MAPPER.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final List<String> READ_ONLY = List.of("status", "version", "recordedAt");

    private DocumentJson() {}

    /** Reads the body of a write, which must be one JSON object. */
    public static ObjectNode parse(byte[] body) {
        return STRICT.parse(body);
    }

    /** Reads a stored document as a tree. */
    public static ObjectNode stored(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a stored document as its record. */
    public static <D> D stored(String text, Class<D> record) {
        try {
            return STORED.forType(record).readValue(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Converts a tree to a record. The read-only fields of a document are left out.
     *
     * @throws ProblemException with a pointer to the invalid place
     */
    public static <D> D read(ObjectNode tree, Class<D> record) {
        var body = tree.objectNode();
        body.setAll(tree);
        if (Document.class.isAssignableFrom(record)) {
            body.remove(READ_ONLY);
        }
        return STRICT.read(body, record);
    }

    /** Converts a record to a tree with all fields. */
    public static ObjectNode tree(Object record) {
        return MAPPER.valueToTree(record);
    }

    /** Returns a tree of any value. */
    public static JsonNode node(Map<String, ?> values) {
        return MAPPER.valueToTree(values);
    }

    /** Writes a tree as text. */
    public static String write(JsonNode tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a document as text, with all of its fields. */
    static String text(Document document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a record, with all of its fields, and leaves the stream open. */
    public static void write(Object record, OutputStream out) throws IOException {
        MAPPER.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(out, record);
    }

    /** Writes a text as a JSON string. */
    public static String quoted(String text) {
        return write(JsonNodeFactory.instance.textNode(text));
    }
}
