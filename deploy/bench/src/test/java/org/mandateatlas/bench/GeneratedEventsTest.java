package org.mandateatlas.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Generated events have the form of those of institutions-service and are the same in every run. */
class GeneratedEventsTest {

    private static final InstitutionGenerator INSTITUTIONS = new InstitutionGenerator(40);
    private static final MandateGenerator MANDATES = new MandateGenerator(400, 40);

    private final List<ProducerRecord<String, byte[]>> institutions =
            INSTITUTIONS.stream().map(GeneratedRevision::event).toList();
    private final List<ProducerRecord<String, byte[]>> mandates =
            MANDATES.stream().map(GeneratedRevision::event).toList();

    @Test
    void sequencesHaveNoGaps() {
        for (var stream : List.of(institutions, mandates)) {
            for (var i = 0; i < stream.size(); i++) {
                assertEquals("%010d".formatted(i + 1), header(stream.get(i), "ce_sequence"));
            }
        }
        assertEquals(INSTITUTIONS.revisions(), institutions.size());
        assertEquals(MANDATES.revisions(), mandates.size());
    }

    @Test
    void anEventHasTheHeadersOfItsRevision() {
        var event = mandates.getFirst();

        assertEquals("atlas.mandate.v1", event.topic());
        assertEquals("mandate-000000", event.key());
        assertEquals("mandate-000000", header(event, "ce_subject"));
        assertEquals("mandate-1", header(event, "ce_id"));
        assertEquals("org.mandateatlas.mandate.established.v1", header(event, "ce_type"));
        assertEquals("/v1/mandates", header(event, "ce_source"));
        assertEquals(value(event).path("recordedAt").textValue(), header(event, "ce_time"));
    }

    @Test
    void aPatchTransformsThePreviousVersionIntoTheNext() {
        var documents = new HashMap<String, JsonNode>();
        Stream.of(institutions, mandates).flatMap(List::stream).forEach(event -> {
            var value = value(event);
            var before = documents.put(event.key(), value.path("document"));
            if (before == null) {
                assertEquals(1, value.path("version").intValue());
                assertTrue(value.path("previous").isNull());
                assertEquals(value.path("document"), value.at("/patch/0/value"));
            } else {
                assertEquals(
                        before.path("version").intValue() + 1,
                        value.path("version").intValue());
                assertEquals(before, value.path("previous"));
                assertEquals(value.path("document"), patched((ObjectNode) before, value.path("patch")));
            }
        });
        assertEquals(INSTITUTIONS.count() + MANDATES.count(), documents.size());
    }

    @Test
    void mandatesAreVaried() {
        var known = new HashSet<String>();
        institutions.forEach(event -> known.add(event.key()));
        var changes = new HashSet<String>();
        for (var event : mandates) {
            var mandate = value(event).path("document");
            changes.add(value(event).path("change").textValue());
            assertTrue(known.contains(mandate.path("institution").textValue()));
            assertTrue(mandate.path("functions").size() >= 1
                    && mandate.path("functions").size() <= 3);
            assertTrue(mandate.path("citations").size() >= 1);
            var from = mandate.at("/validity/from").asInt();
            assertTrue(from >= 1950 && from < mandate.at("/validity/to").asInt(2027), mandate::toString);
        }
        assertEquals(
                List.of("amended", "ended", "established", "transferred"),
                changes.stream().sorted().toList());
        for (var some : List.of("/validity/to", "/review/clause", "/earlierHolders/0", "/supersedes/0")) {
            assertTrue(mandates.stream().anyMatch(event -> hasValue(event, some)), some);
            assertTrue(mandates.stream().anyMatch(event -> !hasValue(event, some)), some);
        }
        assertTrue(MANDATES.holdersIn(2004).count() > 3);
    }

    @Test
    void everyRunGeneratesTheSameEvents() {
        var again = MANDATES.stream().map(GeneratedRevision::event).toList();

        for (var i = 0; i < again.size(); i++) {
            assertArrayEquals(mandates.get(i).value(), again.get(i).value());
            assertEquals(mandates.get(i).headers(), again.get(i).headers());
        }
    }

    private static boolean hasValue(ProducerRecord<String, byte[]> event, String pointer) {
        var value = value(event).path("document").at(pointer);
        return !value.isMissingNode() && !value.isNull();
    }

    private static JsonNode patched(ObjectNode before, JsonNode patch) {
        var after = before.deepCopy();
        StreamSupport.stream(patch.spliterator(), false).forEach(operation -> {
            assertEquals("replace", operation.path("op").textValue());
            after.set(operation.path("path").textValue().substring(1), operation.path("value"));
        });
        return after;
    }

    private static JsonNode value(ProducerRecord<String, byte[]> event) {
        return BenchJson.read(new String(event.value(), StandardCharsets.UTF_8));
    }

    private static String header(ProducerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
