package org.mandateatlas.registry;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.EarlyProblems;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.base.time.PartialDate;

/** Reads and writes documents, strictly: what a record does not have is refused at its place. */
public final class DocumentJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .addModule(new JavaTimeModule())
            .annotationIntrospector(new StrictChoices())
            .addModule(new SimpleModule().addDeserializer(LocalDate.class, new DayReader()))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .withCoercionConfig(
                    LogicalType.Textual,
                    texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    /** What was written once stays readable when a record has lost a field since. */
    private static final ObjectReader STORED =
            MAPPER.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** What the registry sets by itself and a writer may send back unchanged. */
    static final List<String> READ_ONLY = List.of("status", "version", "recordedAt");

    private DocumentJson() {}

    /** Reads the body of a write, which must be one JSON object. */
    public static ObjectNode parse(byte[] body) {
        if (body.length > EarlyProblems.LARGEST_BODY) {
            throw EarlyProblems.tooLarge();
        }
        JsonNode tree;
        try {
            tree = MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            throw malformed(
                    "",
                    where == null
                            ? e.getOriginalMessage()
                            : "line " + where.getLineNr() + ", column " + where.getColumnNr() + ": "
                                    + firstSentence(e.getOriginalMessage()));
        } catch (NumberFormatException e) {
            throw malformed("", "has a number beyond all measure");
        } catch (IOException e) {
            throw malformed("", "is not text in UTF-8");
        }
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw malformed("", "is not a JSON object");
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
     * Makes the record of a tree.
     *
     * @throws ProblemException naming the place where the tree is not such a document
     */
    public static <D> D read(ObjectNode tree, Class<D> record) {
        var body = tree.deepCopy();
        body.remove(READ_ONLY);
        try {
            return MAPPER.treeToValue(body, record);
        } catch (UnrecognizedPropertyException e) {
            throw malformed(
                    pointer(e), "is not a field of " + e.getReferringClass().getSimpleName());
        } catch (InvalidNullException e) {
            throw malformed(pointer(e), "is null");
        } catch (InvalidFormatException e) {
            throw malformed(pointer(e), invalidFormat(e));
        } catch (InvalidTypeIdException e) {
            throw wrongType(e);
        } catch (ValueInstantiationException e) {
            var cause = e.getCause();
            throw malformed(pointer(e), cause == null ? "cannot be read" : message(cause));
        } catch (MismatchedInputException e) {
            throw malformed(pointer(e), "is not " + expected(e.getTargetType()));
        } catch (JsonMappingException e) {
            throw malformed(pointer(e), "cannot be read");
        } catch (JsonProcessingException e) {
            throw malformed("", firstSentence(e.getOriginalMessage()));
        }
    }

    /** Makes the tree of a record, with all of its fields. */
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

    /** Writes a record, with all of its fields, and leaves the stream open. */
    public static void write(Object record, OutputStream out) throws IOException {
        MAPPER.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(out, record);
    }

    /** Writes a text as a JSON string. */
    public static String quoted(String text) {
        return write(JsonNodeFactory.instance.textNode(text));
    }

    /** What may be one of several records says which by a word of its own. */
    private static ProblemException wrongType(InvalidTypeIdException e) {
        var choice = e.getBaseType().getRawClass();
        var word = choice.getAnnotation(JsonTypeInfo.class).property();
        var words = Arrays.stream(choice.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .collect(Collectors.joining(", "));
        return malformed(
                pointer(e) + "/" + word, e.getTypeId() == null ? "is required: " + words : "is none of " + words);
    }

    private static String invalidFormat(InvalidFormatException e) {
        if (e.getTargetType().isEnum()) {
            return "is none of " + String.join(", ", EnumValues.of(e.getTargetType()));
        }
        return "is not " + expected(e.getTargetType());
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of the right type";
        }
        if (type == String.class || type.isEnum() || type == PartialDate.class) {
            return "a text";
        }
        if (type == LocalDate.class) {
            return "a day such as 2004-12-31";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String message(Throwable cause) {
        return cause.getMessage() == null ? "cannot be read" : cause.getMessage();
    }

    private static String firstSentence(String message) {
        var end = message.indexOf(" (");
        return end < 0 ? message : message.substring(0, end);
    }

    private static String pointer(JsonMappingException e) {
        var pointer = JsonPointer.empty();
        for (var step : e.getPath()) {
            pointer = step.getFieldName() == null
                    ? pointer.appendIndex(step.getIndex())
                    : pointer.appendProperty(step.getFieldName());
        }
        return pointer.toString();
    }

    private static ProblemException malformed(String pointer, String detail) {
        return new ProblemException(
                ProblemType.INVALID_DOCUMENT,
                (pointer.isEmpty() ? "The body " : pointer + " ") + detail + ".",
                List.of(Violation.at(pointer, detail)));
    }
}
