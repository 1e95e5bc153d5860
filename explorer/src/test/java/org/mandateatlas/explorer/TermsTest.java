package org.mandateatlas.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The explorer explains values as the API description does. */
class TermsTest {

    private static final Pattern DESCRIBED = Pattern.compile("- `([^`]+)`: (.*)");
    private static final Pattern VOCABULARY = Pattern.compile("(?ms)^ {2}(\\w+): \\{\n(.*?)^ {2}},");
    private static final Pattern TERM = Pattern.compile("(?m)^ {4}'?([\\w-]+)'?: '(.*)',$");

    @Test
    void valuesAndMeaningsAreThoseOfTheDescription() throws IOException {
        var schemas = new YAMLMapper()
                .readTree(Path.of("../gateway/openapi/openapi.yaml").toFile())
                .at("/components/schemas");
        var terms = String.valueOf(Assets.load().files().get("terms.js"));

        var vocabularies = VOCABULARY.matcher(terms).results().toList();
        assertTrue(vocabularies.size() > 20);
        for (var vocabulary : vocabularies) {
            var name = vocabulary.group(1);
            assertEquals(described(schemas.path(name)), explained(vocabulary.group(2)), name);
        }
    }

    private static Map<String, String> described(JsonNode schema) {
        return pairs(DESCRIBED, schema.path("description").asText());
    }

    private static Map<String, String> explained(String block) {
        return pairs(TERM, block.replace("\\'", "'"));
    }

    private static Map<String, String> pairs(Pattern pattern, String text) {
        var pairs = new TreeMap<String, String>();
        pattern.matcher(text).results().forEach(match -> pairs.put(match.group(1), match.group(2)));
        return pairs;
    }
}
