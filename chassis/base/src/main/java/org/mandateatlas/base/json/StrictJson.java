package org.mandateatlas.base.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonpCharacterEscapes;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.EarlyProblems;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.base.time.PartialDate;

/** Reads request bodies strictly: what a record does not declare is a problem with a JSON pointer to its place. */
public final class StrictJson {

    private final ObjectMapper mapper;

    /** Creates a reader on a mapper that {@link #builder()} has configured. */
    public StrictJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Returns the builder of a strict mapper: no duplicate or unknown fields, no coercion between types, no null in lists, numbers
     * kept to the digit. It writes line and paragraph separators (U+2028, U+2029) escaped, because some readers of line-based
     * formats split lines at them.
     */
    public static JsonMapper.Builder builder() {
        return JsonMapper.builder(new JsonFactoryBuilder()
                        .characterEscapes(JsonpCharacterEscapes.instance())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(50)
                                .maxNumberLength(40)
                                .build())
                        .build())
                .addModule(new JavaTimeModule())
                .annotationIntrospector(
                        AnnotationIntrospector.pair(new KebabCaseEnums(), new JacksonAnnotationIntrospector()))
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
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
    }

    /**
     * Parses a request body.
     *
     * @throws ProblemException (400) unless the body is one JSON object, or (413) if it is too large
     */
    public ObjectNode parse(byte[] body) {
        if (body.length > EarlyProblems.LARGEST_BODY) {
            throw EarlyProblems.tooLarge(EarlyProblems.LARGEST_BODY);
        }
        JsonNode tree;
        try {
            tree = mapper.readTree(body);
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            throw malformed(
                    "",
                    where == null
                            ? e.getOriginalMessage()
                            : "line " + where.getLineNr() + ", column " + where.getColumnNr() + ": "
                                    + firstSentence(e.getOriginalMessage()));
        } catch (NumberFormatException e) {
            throw malformed("", "has a number that is out of range");
        } catch (IOException e) {
            throw malformed("", "is not text in UTF-8");
        }
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw malformed("", "is not a JSON object");
    }

    /**
     * Converts a tree to a record.
     *
     * @throws ProblemException (400) with a pointer to the first place that does not match the record
     */
    public <T> T read(ObjectNode tree, Class<T> type) {
        try {
            return mapper.treeToValue(tree, type);
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

    /** A value that may be one of several records names its record in a field. */
    private static ProblemException wrongType(InvalidTypeIdException e) {
        var choice = e.getBaseType().getRawClass();
        var field = choice.getAnnotation(JsonTypeInfo.class).property();
        var names = Arrays.stream(choice.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .collect(Collectors.joining(", "));
        return malformed(
                pointer(e) + "/" + field, e.getTypeId() == null ? "is required: " + names : "is none of " + names);
    }

    private String invalidFormat(InvalidFormatException e) {
        if (e.getTargetType().isEnum()) {
            return "is none of "
                    + Arrays.stream(e.getTargetType().getEnumConstants())
                            .map(constant -> mapper.valueToTree(constant).asText())
                            .collect(Collectors.joining(", "));
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
