package org.mandateatlas.gateway.changes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandateatlas.gateway.Broker;
import org.mandateatlas.gateway.Surroundings;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ChangesTest {

    private static final String PADDING = "x".repeat(2000);

    @SuppressWarnings("NullAway.Init")
    Broker broker;

    /** More than is kept in memory, so that the beginning has to be read from Kafka. */
    @BeforeEach
    void muchHappens() {
        if (broker.published("meeting") < 200) {
            for (int i = 0; i < 200; i++) {
                broker.publish("meeting", "created", "meeting-" + i, "{\"id\":\"m\",\"text\":\"" + PADDING + "\"}");
                broker.publish("output", "created", "output-" + i, "{\"id\":\"o\",\"function\":\"coordination\"}");
            }
        }
        FeedEnd.await(broker);
    }

    @Test
    void pagesLeadFromTheBeginningToTheEndWithEachEventOnce() {
        var reader = new PageReader(37);
        while (!reader.atEnd) {
            reader.readOn();
        }
        reader.assertComplete(broker);
    }

    /** There are more readers than the gateway keeps readings of the topics for. */
    @Test
    void readersThatTakeTurnsReadEachEventOnce() {
        var readers = IntStream.range(31, 41).mapToObj(PageReader::new).toList();
        while (readers.stream().anyMatch(reader -> !reader.atEnd)) {
            readers.stream().filter(reader -> !reader.atEnd).forEach(PageReader::readOn);
        }
        readers.forEach(reader -> reader.assertComplete(broker));
    }

    @Test
    void whatIsOnKafkaIsInTheFeedByteForByte() {
        broker.publish(
                "institution",
                "created",
                "odd",
                "{\"id\":\"odd\",  \"name\":\"Ünïcode  \\u00e9 'quoted' \\\\ \",\"n\":1.10}");
        FeedEnd.await(broker);
        Map<String, ConsumerRecord<byte[], byte[]>> records = records();
        int compared = 0;
        String next = "/v1/changes?limit=500";
        boolean atEnd = false;
        while (!atEnd) {
            byte[] body = given().accept("application/cloudevents-batch+json")
                    .when()
                    .get(next)
                    .then()
                    .statusCode(200)
                    .contentType("application/cloudevents-batch+json")
                    .extract()
                    .asByteArray();
            JsonPath page = given().when().get(next).jsonPath();
            String text = new String(body, StandardCharsets.UTF_8);
            for (Map<String, Object> event : JsonPath.from(text).<Map<String, Object>>getList("")) {
                ConsumerRecord<byte[], byte[]> found =
                        Objects.requireNonNull(records.get(String.valueOf(event.get("id"))));
                String attributes = attributes(found);
                String value = new String(found.value(), StandardCharsets.UTF_8);
                assertTrue(
                        text.contains(attributes + ",\"datacontenttype\":\"application/json\",\"data\":" + value + "}"),
                        value);
                compared++;
            }
            next = page.getString("next");
            atEnd = page.getBoolean("atEnd");
        }
        assertEquals(records.size(), compared);
    }

    private static String attributes(ConsumerRecord<byte[], byte[]> found) {
        var text = new StringBuilder();
        for (var header : found.headers()) {
            if (header.key().startsWith("ce_")) {
                text.append(text.isEmpty() ? "{" : ",")
                        .append(new JsonObject()
                                .put(header.key().substring(3), new String(header.value(), StandardCharsets.UTF_8))
                                .encode()
                                .replaceAll("^\\{|\\}$", ""));
            }
        }
        return text.toString();
    }

    @Test
    void theStreamTellsTheSameAsThePages() throws Exception {
        int all = Broker.streams().stream()
                .mapToInt(stream -> (int) broker.published(stream))
                .sum();
        try (var stream = EventStream.open("", null)) {
            assertEquals("text/event-stream;charset=UTF-8", stream.contentType());
            var ofStream = new HashSet<String>();
            stream.read(all, Duration.ofSeconds(20)).forEach(event -> ofStream.add(event.data()));
            assertEquals(all, ofStream.size());
            String page = given().accept("application/cloudevents-batch+json")
                    .when()
                    .get("/v1/changes?limit=500&stream=meeting")
                    .asString();
            assertTrue(ofStream.stream()
                    .filter(event -> event.contains("/v1/meetings"))
                    .allMatch(page::contains));
        }
    }

    @Test
    void filtersPassWhatIsAskedForAndTheCursorIsTheSame() {
        broker.publish(
                "mandate",
                "transferred",
                "moved",
                "{\"id\":\"moved\",\"institution\":\"unhcr\",\"functions\":[\"negotiation-support\"]}");
        FeedEnd.await(broker);
        JsonPath last = given().when().get("/v1/changes?limit=500").jsonPath();
        while (!last.getBoolean("atEnd")) {
            last = given().when().get(last.getString("next")).jsonPath();
        }
        String all = last.getString("position");
        for (String filter : List.of(
                "type=org.mandateatlas.mandate.transferred.*",
                "stream=mandate&institution=unhcr",
                "function=negotiation-support",
                "subject=moved")) {
            JsonPath page = given().when()
                    .get("/v1/changes?limit=500&" + filter)
                    .then()
                    .statusCode(200)
                    .body("items.subject", everyItem(equalTo("moved")))
                    .body("items.subject", hasItem("moved"))
                    .extract()
                    .jsonPath();
            assertEquals(all, page.getString("position"));
        }
    }

    @Test
    void sinceGivesWhatWasRecordedFromThenOn() throws Exception {
        Thread.sleep(5);
        Instant since = Instant.now();
        Thread.sleep(5);
        broker.publish("source", "created", "late", "{\"id\":\"late\"}");
        broker.publish("process", "created", "later", "{\"id\":\"later\"}");
        FeedEnd.await(broker);

        given().when()
                .queryParam("since", since.toString())
                .get("/v1/changes")
                .then()
                .statusCode(200)
                .body("items.subject", equalTo(List.of("late", "later")));
    }

    @Test
    void aGapIsClosedByEventsThatArePublishedAgain() {
        long lost = broker.published("governance-model") + 1;
        var recordedAt = Instant.now();
        broker.repeat("governance-model", lost + 1, "changed", "lost", "{\"id\":\"lost\"}", recordedAt);
        broker.publish("governance-model", "created", "lost", "{\"id\":\"lost\"}", recordedAt);
        broker.publish("governance-model", "changed", "lost", "{\"id\":\"lost\"}", recordedAt);
        FeedEnd.await(broker);

        given().when()
                .get("/v1/changes?stream=governance-model&subject=lost")
                .then()
                .statusCode(200)
                .body("items.sequence", equalTo(List.of("%010d".formatted(lost), "%010d".formatted(lost + 1))));
    }

    @Test
    void whatIsSentAgainOrIsNoEventIsLeftOut() {
        long sequence = broker.publish("objective", "created", "once", "{\"id\":\"once\"}");
        broker.repeat("objective", sequence, "created", "once", "{\"id\":\"once\"}", Instant.now());
        broker.publishJunk("objective", "no event");
        broker.publish("objective", "changed", "once", "{\"id\":\"once\"}");
        FeedEnd.await(broker);

        given().when()
                .get("/v1/changes?stream=objective&subject=once")
                .then()
                .statusCode(200)
                .body("items.sequence", equalTo(List.of("%010d".formatted(sequence), "%010d".formatted(sequence + 1))));
    }

    @ParameterizedTest
    @CsvSource({
        "colour=blue, colour",
        "after=, after",
        "after=mandate, after",
        "'after=mandate:1,mandate:2', after",
        "after=cats:1, after",
        "after=mandate:-1, after",
        "since=yesterday, since",
        "since=2999-01-01T00:00:00Z, since",
        "after=mandate:1&fromNow=true, after",
        "fromNow=perhaps, fromNow",
        "limit=0, limit",
        "limit=501, limit",
        "limit=1&limit=2, limit",
        "stream=cats, stream",
        "institution=I%20O%20M, institution",
        "function=-, function",
        "subject=%00, subject",
    })
    void aBadParameterIsNamed(String query, String parameter) {
        given().urlEncodingEnabled(false)
                .when()
                .get("/v1/changes?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/invalid-parameter"))
                .body("violations[0].parameter", equalTo(parameter));
    }

    @ParameterizedTest
    @CsvSource({"/v1/changes/stream, application/json", "/v1/changes/stream, */*", "/v1/changes, text/event-stream"})
    void theStreamIsAnOperationAndARepresentation(String path, String accept) {
        given().accept(accept).when().head(path).then().statusCode(200).contentType(equalTo("text/event-stream"));
    }

    @Test
    void theStreamHasNoLimit() {
        given().when()
                .get("/v1/changes/stream?limit=5")
                .then()
                .statusCode(400)
                .body("violations[0].parameter", equalTo("limit"));
    }

    @Test
    void statisticsTellOfEachStream() {
        given().when()
                .get("/v1/changes/stats?stream=meeting")
                .then()
                .statusCode(200)
                .body("streams.size()", equalTo(1))
                .body("streams[0].stream", equalTo("meeting"))
                .body("streams[0].collection", equalTo("meetings"))
                .body("streams[0].head", equalTo((int) broker.published("meeting")))
                .body("streams[0].days.count.sum()", equalTo((int) broker.published("meeting")));
    }

    @Test
    void theFeedIsReadAndNotWritten() {
        given().when().head("/v1/changes").then().statusCode(200);
        given().accept("image/png").when().get("/v1/changes").then().statusCode(406);
    }

    private Map<String, ConsumerRecord<byte[], byte[]>> records() {
        var records = new HashMap<String, ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", (Object) broker.address()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> topics = Broker.streams().stream()
                    .map(stream -> new TopicPartition(Broker.topic(stream), 0))
                    .toList();
            consumer.assign(topics);
            consumer.seekToBeginning(topics);
            var ends = consumer.endOffsets(topics);
            while (topics.stream().anyMatch(topic -> consumer.position(topic) < ends.getOrDefault(topic, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found -> {
                    if (found.headers().lastHeader("ce_id") != null) {
                        records.putIfAbsent(
                                new String(found.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8), found);
                    }
                });
            }
        }
        return new HashMap<>(records);
    }

    /** Reads the feed from its beginning page by page. */
    private static final class PageReader {

        private final Map<String, Long> seen = new HashMap<>();
        private String next;
        private boolean atEnd;

        PageReader(int limit) {
            this.next = "/v1/changes?limit=" + limit;
        }

        void readOn() {
            JsonPath page =
                    given().when().get(next).then().statusCode(200).extract().jsonPath();
            for (Map<String, String> event : page.<Map<String, String>>getList("items")) {
                String stream = String.valueOf(event.get("type")).split("\\.", -1)[2];
                long sequence = Long.parseLong(String.valueOf(event.get("sequence")));
                assertEquals(seen.getOrDefault(stream, 0L) + 1, sequence, stream);
                seen.put(stream, sequence);
            }
            next = page.getString("next");
            atEnd = page.getBoolean("atEnd");
        }

        void assertComplete(Broker broker) {
            for (String stream : Broker.streams()) {
                assertEquals(broker.published(stream), seen.getOrDefault(stream, 0L), stream);
            }
        }
    }
}
