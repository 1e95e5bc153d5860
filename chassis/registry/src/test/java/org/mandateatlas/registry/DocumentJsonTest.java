package org.mandateatlas.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.base.time.Validity;

/** Documents are read strictly, and what is wrong is told with its place. */
class DocumentJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"id\":1,\"id\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{} {}",
                "{}]",
                "{}x",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":-Infinity}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":1e99999999999}",
                "{\"a\":11111111111111111111111111111111111111111}",
                "{\"a\":'b'}",
                "{a:1}",
                "{\"a\":1,}",
                "{\"a\":\"\n\"}",
                "/* */{}",
                "null",
                "1",
                "true",
                "\"text\"",
                "[]",
                "[{}]"
            })
    void aBodyThatIsNotOneObjectOfStrictJsonIsRefusedAsAWhole(String body) {
        assertEquals("", place(() -> DocumentJson.parse(body.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aBodyThatIsNestedTooDeeplyIsRefused() {
        var body = "{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}";
        assertEquals("", place(() -> DocumentJson.parse(body.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aBodyThatIsNestedBeyondAllMeasureIsRefused() {
        var body = "{\"a\":".repeat(100_000);
        assertEquals("", place(() -> DocumentJson.parse(body.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aBodyThatIsNotUtf8IsRefused() {
        assertEquals("", place(() -> DocumentJson.parse("{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1))));
    }

    @Test
    void theLineAndColumnOfASyntaxErrorAreTold() {
        var violation = violation(() -> DocumentJson.parse("{\n  \"a\": oops\n}".getBytes(StandardCharsets.UTF_8)));
        assertTrue(violation.detail().startsWith("line 2, column "), violation.detail());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "",
            value = {
                "/colour | {\"colour\": \"red\"}",
                "/a~1b~0c | {\"a/b~c\": 1}",
                "/tolls/0/colour | {\"tolls\": [{\"payer\": \"all\", \"colour\": 1}]}",
                "/tolls/1/validity/since | {\"tolls\": [{}, {\"validity\": {\"since\": \"1951\"}}]}",
                "/name | {\"name\": 5}",
                "/name | {\"name\": 5.5}",
                "/name | {\"name\": true}",
                "/name | {\"name\": [\"Old Bridge\"]}",
                "/name | {\"name\": {}}",
                "/spans | {\"spans\": \"3\"}",
                "/spans | {\"spans\": \"\"}",
                "/spans | {\"spans\": 3.0}",
                "/spans | {\"spans\": 99999999999}",
                "/spans | {\"spans\": true}",
                "/spans | {\"spans\": null}",
                "/length | {\"length\": \"5\"}",
                "/length | {\"length\": \"\"}",
                "/length | {\"length\": false}",
                "/material | {\"material\": \"wood\"}",
                "/material | {\"material\": \"STONE\"}",
                "/material | {\"material\": \"\"}",
                "/material | {\"material\": 0}",
                "/material | {\"material\": \"0\"}",
                "/towns | {\"towns\": \"Mostar\"}",
                "/towns | {\"towns\": \"\"}",
                "/towns | {\"towns\": {}}",
                "/towns/1 | {\"towns\": [\"Mostar\", null]}",
                "/towns/1 | {\"towns\": [\"Mostar\", 5]}",
                "/towns/0 | {\"towns\": [[]]}",
                "/tolls/0 | {\"tolls\": [null]}",
                "/tolls/0 | {\"tolls\": [\"all\"]}",
                "/tolls/0/citations/1 | {\"tolls\": [{\"citations\": [{\"source\": \"a\"}, null]}]}",
                "/citations | {\"citations\": {\"source\": \"a\"}}",
                "/citations/0/stance | {\"citations\": [{\"stance\": \"doubts\"}]}",
                "/validity | {\"validity\": \"1951\"}",
                "/validity | {\"validity\": []}",
                "/validity | {\"validity\": {\"from\": \"1952\", \"to\": \"1951\"}}",
                "/validity/from | {\"validity\": {\"from\": \"last year\"}}",
                "/validity/from | {\"validity\": {\"from\": 1951}}",
                "/validity/to | {\"validity\": {\"to\": \"2003-02-29\"}}",
                "/validity/to | {\"validity\": {\"to\": {}}}"
            })
    void whatARecordCannotHoldIsRefusedAtItsPlace(String pointer, String json) {
        var tree = tree(json);
        if (!tree.has("spans")) {
            tree.put("spans", 3);
        }
        assertEquals(pointer, place(() -> DocumentJson.read(tree, Bridge.class)));
    }

    @Test
    void aMissingNumberIsToldAtItsPlace() {
        assertEquals("/spans", place(() -> DocumentJson.read(tree("{}"), Bridge.class)));
    }

    @Test
    void aWordThatAnEnumLacksIsAnsweredWithThoseThatItHas() {
        var violation = violation(() -> DocumentJson.read(tree("{\"material\": \"wood\"}"), Bridge.class));
        assertEquals("is none of stone, cast-iron, rope", violation.detail());
    }

    @Test
    void whatTheRegistrySetsMayBeSentBack() {
        var tree = tree("{\"id\":\"a\",\"status\":\"ended\",\"version\":\"x\",\"recordedAt\":[],\"spans\":1}");
        var bridge = DocumentJson.read(tree, Bridge.class);
        assertEquals("a", bridge.id());
        assertEquals(null, bridge.version());
        assertTrue(tree.has("version"), "the tree that is read stays as it is");
    }

    @Test
    void aRecordIsWrittenWithAllOfItsFieldsInTheirOrder() {
        var bridge = DocumentJson.read(tree("{\"spans\":3,\"id\":\"a\"}"), Bridge.class);
        assertEquals(
                "{\"id\":\"a\",\"version\":null,\"recordedAt\":null,\"name\":null,\"nickname\":null,\"material\":null,"
                        + "\"spans\":3,\"length\":null,\"towns\":[],\"tolls\":[],"
                        + "\"validity\":{\"from\":null,\"to\":null,\"lastAttested\":null},\"citations\":[]}",
                DocumentJson.write(DocumentJson.tree(bridge)));
    }

    @Test
    void aRecordIsReadBackFromItsText() {
        var bridge = DocumentJson.read(
                tree(
                        "{\"id\":\"a\",\"spans\":3,\"length\":1.50,\"material\":\"cast-iron\",\"validity\":{\"from\":\"1566~\"}}"),
                Bridge.class);
        var text = DocumentJson.write(DocumentJson.tree(bridge));
        assertEquals(bridge, DocumentJson.stored(text, Bridge.class));
        assertEquals(text, DocumentJson.write(DocumentJson.stored(text)));
    }

    @Test
    void aNumberKeepsItsDigits() {
        for (var number : List.of("1.50", "100", "0.1000000000000000000000000000001", "1E+400")) {
            var bridge = DocumentJson.read(tree("{\"spans\":1,\"length\":" + number + "}"), Bridge.class);
            assertEquals(new BigDecimal(number), bridge.length());
            assertTrue(DocumentJson.write(DocumentJson.tree(bridge)).contains("\"length\":" + number + ","));
        }
    }

    @Test
    void aTextIsQuotedAsJson() {
        assertEquals("\"say \\\"é\\\"\\n\"", DocumentJson.quoted("say \"é\"\n"));
    }

    @Test
    void aMapIsATree() {
        assertEquals("{\"items\":[1,2]}", DocumentJson.write(DocumentJson.node(Map.of("items", List.of(1, 2)))));
    }

    @Test
    void anAbsentPeriodIsAPeriodWithoutEnds() {
        assertEquals(
                Validity.ALWAYS,
                DocumentJson.read(tree("{\"spans\":1,\"validity\":null}"), Bridge.class)
                        .validity());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/steps/0/type | {\"steps\": [{\"spans\": 1}]} | is required: build, close",
                "/steps/0/type | {\"steps\": [{}]} | is required: build, close",
                "/steps/1/type | {\"steps\": [{\"type\": \"close\"}, {\"type\": \"paint\"}]} | is none of build, close",
                "/steps/0/type | {\"steps\": [{\"type\": 5}]} | is none of build, close",
                "/steps/0/type | {\"steps\": [{\"type\": []}]} | is required: build, close",
                "/steps/0/colour | {\"steps\": [{\"colour\": 1, \"type\": \"close\"}]} | is not a field of Close",
                "/steps/0/spans | {\"steps\": [{\"spans\": 1, \"type\": \"close\"}]} | is not a field of Close",
                "/steps/0/spans | {\"steps\": [{\"type\": \"build\", \"spans\": \"x\"}]} | is not a number",
                "/steps/0/spans | {\"steps\": [{\"type\": \"build\"}]} | is not a number",
                "/steps/0 | {\"steps\": [null]} | is null",
                "/steps/0 | {\"steps\": [\"close\"]} | is not an object",
                "/steps/0 | {\"steps\": [[]]} | is not an object",
                "/steps/0 | {\"steps\": [[\"close\", {}]]} | is not an object",
                "/steps | {\"steps\": {\"type\": \"close\"}} | is not a list"
            })
    void aStepThatIsNoneOfItsKindsIsRefusedAtItsPlace(String pointer, String json, String detail) {
        var violation = violation(() -> DocumentJson.read(tree(json), Plan.class));
        assertEquals(pointer + " " + detail, violation.pointer() + " " + violation.detail());
    }

    @Test
    void aStepIsReadAsWhatItSaysItIsAndWrittenBack() {
        var plan = DocumentJson.read(
                tree("{\"steps\": [{\"spans\": 2, \"type\": \"build\"}, {\"type\": \"close\"}]}"), Plan.class);
        assertEquals(List.of(new Build(2), new Close()), plan.steps());
        assertEquals(
                "{\"steps\":[{\"type\":\"build\",\"spans\":2},{\"type\":\"close\"}],\"day\":null}",
                DocumentJson.write(DocumentJson.tree(plan)));
    }

    @Test
    void aDayIsADayOfTheCalendar() {
        var plan = DocumentJson.read(tree("{\"day\": \"2004-12-31\"}"), Plan.class);
        assertEquals(LocalDate.of(2004, 12, 31), plan.day());
        assertTrue(DocumentJson.write(DocumentJson.tree(plan)).contains("\"day\":\"2004-12-31\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2004\"",
                "\"2004-02-30\"",
                "\"2004-12-31T00:00:00Z\"",
                "\"+12004-12-31\"",
                "\"\"",
                "\"tomorrow\"",
                "[2004, 12, 31]",
                "12783",
                "true",
                "{}"
            })
    void whatIsNoDayIsRefusedAtItsPlace(String day) {
        var violation = violation(() -> DocumentJson.read(tree("{\"day\": " + day + "}"), Plan.class));
        assertEquals("/day is not a day such as 2004-12-31", violation.pointer() + " " + violation.detail());
    }

    private static ObjectNode tree(String json) {
        return DocumentJson.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String place(Executable reading) {
        var pointer = violation(reading).pointer();
        assertNotNull(pointer);
        return pointer;
    }

    private static Violation violation(Executable reading) {
        var exception = assertThrows(ProblemException.class, reading);
        assertEquals(ProblemType.INVALID_DOCUMENT, exception.type());
        assertEquals(1, exception.problem().violations().size());
        return exception.problem().violations().getFirst();
    }

    /** A task with its deadline. */
    record Plan(List<Step> steps, @Nullable LocalDate day) {}

    /** Something to be done; its type says what. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "build", value = Build.class),
        @JsonSubTypes.Type(name = "close", value = Close.class)
    })
    sealed interface Step permits Build, Close {}

    /** Building. */
    record Build(int spans) implements Step {}

    /** Closing. */
    record Close() implements Step {}
}
