package org.mandateatlas.base.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A merge patch does what RFC 7396 says. */
class MergePatchTest {

    private static final StrictJson JSON = new StrictJson(StrictJson.builder().build());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":\"b\"} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":\"b\"} | {\"b\":\"c\"} | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"} | {\"a\":null} | {}",
                "{\"a\":\"b\",\"b\":\"c\"} | {\"a\":null} | {\"b\":\"c\"}",
                "{\"a\":[\"b\"]} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":\"c\"} | {\"a\":[\"b\"]} | {\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}} | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]} | {\"a\":[1]} | {\"a\":[1]}",
                "{\"e\":null} | {\"a\":1} | {\"e\":null,\"a\":1}",
                "{} | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}"
            })
    void thePatchesOfTheStandardGiveTheResultsOfTheStandard(String document, String patch, String result) {
        assertEquals(json(result), apply(document, patch));
    }

    @Test
    void whatThePatchDoesNotNameStaysToTheDigit() {
        assertEquals(
                "{\"a\":1.50,\"b\":1E+400,\"c\":2}",
                apply("{\"a\":1.50,\"b\":1E+400}", "{\"c\":2}").toString());
    }

    @Test
    void theDocumentThatIsPatchedStaysAsItIs() {
        var document = json("{\"a\":1}");
        MergePatch.apply(document, json("{\"a\":2}"));
        assertEquals(json("{\"a\":1}"), document);
    }

    private static ObjectNode apply(String document, String patch) {
        return MergePatch.apply(json(document), json(patch));
    }

    private static ObjectNode json(String text) {
        return JSON.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
