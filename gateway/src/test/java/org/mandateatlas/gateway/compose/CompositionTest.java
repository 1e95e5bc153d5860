package org.mandateatlas.gateway.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.UpstreamServer;
import org.mandateatlas.gateway.compose.SubRequest.Extent;
import org.mandateatlas.gateway.proxy.RoutingTable;
import org.mandateatlas.gateway.proxy.Upstream;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestProfile(CompositionTest.Impatient.class)
class CompositionTest {

    private static final String POSITION = "institution:50,mandate:117";

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Composition composition;

    @Inject
    @SuppressWarnings("NullAway.Init")
    RoutingTable routes;

    @ConfigProperty(name = "atlas.upstreams.absent-service.url")
    @SuppressWarnings("NullAway.Init")
    URI absent;

    private final CountDownLatch thawed = new CountDownLatch(1);

    @AfterEach
    void thaw() {
        thawed.countDown();
    }

    @Test
    void partsAreReadSideBySide() throws Exception {
        var bothAsked = new CountDownLatch(2);
        for (String part : new String[] {"left", "right"}) {
            owner.at("/v1/mandates/" + part, exchange -> {
                bothAsked.countDown();
                await(bothAsked);
                answer(exchange, 200, "{\"id\":\"%s\"}".formatted(part));
            });
        }
        PartialResult composed = compose(single("l", "/v1/mandates/left"), single("r", "/v1/mandates/right"));
        assertEquals("left", composed.part("l").path("id").asText());
        assertEquals("right", composed.part("r").path("id").asText());
        assertEquals(List.of(), composed.missing());
    }

    @Test
    void theFirstPageOfACollectionIsReadWithTheAddressOfTheNext() throws Exception {
        var asked = new ArrayList<String>();
        owner.at("/v1/mandates", exchange -> {
            asked.add(exchange.getRequestURI().getRawQuery());
            answer(exchange, 200, """
                    {"next":"http://elsewhere:1/v1/mandates?q=a%20b&limit=2&cursor=1","total":null,"items":[{"id":"a"},{"id":"b"}]}""");
        });
        PartialResult composed = compose(page("mandates", "/v1/mandates?q=a%20b&limit=2"));
        assertEquals(2, items(composed).size());
        assertEquals(
                "http://elsewhere:1/v1/mandates?q=a%20b&limit=2&cursor=1",
                composed.part("mandates").path("next").textValue());
        assertEquals(List.of("q=a%20b&limit=2"), asked);
        assertEquals(List.of(), composed.missing());
    }

    @Test
    void whatTheOwnerSaysOfTheMainPartIsTheAnswer() {
        owner.at("/v1/mandates/retracted", exchange -> answer(exchange, 410, """
                {"type":"/problems/gone","title":"","status":410,"detail":"It was retracted.","violations":[]}"""));
        ProblemException refused = refused(main("mandate", "/v1/mandates/retracted"));
        assertEquals(ProblemType.GONE, refused.type());
        assertEquals("It was retracted.", refused.problem().detail());
    }

    @Test
    void aParameterThatAnOwnerRefusesIsRefusedWithItsPlace() {
        owner.at("/v1/mandates", exchange -> answer(exchange, 400, """
                {"type":"/problems/invalid-parameter","status":400,"detail":"No.",
                 "violations":[{"parameter":"q","detail":"is empty"}]}"""));
        assertEquals(
                List.of(Violation.ofParameter("q", "is empty")),
                refused(page("mandates", "/v1/mandates?q=-")).problem().violations());
    }

    @Test
    void whatDoesNotExistIsNotThereAndNotMissing() throws Exception {
        owner.at("/v1/mandates/unknown", exchange -> answer(exchange, 404, "{}"));
        PartialResult composed = compose(single("mandate", "/v1/mandates/unknown"));
        assertFalse(composed.has("mandate"));
        assertEquals(List.of(), composed.missing());
    }

    @Test
    void anOwnerThatIsDownIsMissing() throws Exception {
        owner.at("/v1/mandates/one", exchange -> answer(exchange, 200, "{}"));
        PartialResult composed = compose(single("here", "/v1/mandates/one"), single("absent", "/v1/absences/one"));
        assertTrue(composed.has("here"));
        assertFalse(composed.has("absent"));
        Missing missing = composed.missing().getFirst();
        assertEquals("absent", missing.part());
        assertEquals("absent-service", missing.service());
        assertEquals(List.of("absences"), missing.collections());
        assertEquals(
                ProblemType.SERVICE_UNAVAILABLE.reference(), missing.problem().type());
        assertNull(missing.lastGood());
    }

    @Test
    void aLastGoodCopyStandsInForAnOwnerThatWentDown() throws Exception {
        SubRequest part = single("absences", "/v1/absences/copied");
        try (var up = UpstreamServer.start(absent.getPort())) {
            up.at("/v1/absences/copied", exchange -> answer(exchange, 200, "{\"id\":\"copied\"}"));
            readUntilThere(part);
        }
        PartialResult composed = compose(part);
        assertEquals("copied", composed.part("absences").path("id").asText());
        Missing.LastGood lastGood = composed.missing().getFirst().lastGood();
        assertNotNull(lastGood);
        assertEquals(POSITION, lastGood.position());
        assertEquals(Position.parse(POSITION), composed.position());
        TimeUnit.MILLISECONDS.sleep(1_100);
        Missing.LastGood older = compose(part).missing().getFirst().lastGood();
        assertNotNull(older);
        assertTrue(older.ageSeconds() > lastGood.ageSeconds(), older.toString());
    }

    @Test
    void whatWasRefusedSinceHasNoGoodCopy() throws Exception {
        SubRequest part = single("absences", "/v1/absences/dropped");
        try (var up = UpstreamServer.start(absent.getPort())) {
            up.at("/v1/absences/dropped", exchange -> answer(exchange, 200, "{\"id\":\"dropped\"}"));
            readUntilThere(part);
            up.at("/v1/absences/dropped", exchange -> answer(exchange, 410, "{}"));
            while (!compose(part).missing().isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        assertFalse(compose(part).has("absences"));
    }

    @Test
    void anOwnerThatFailsIsMissing() throws Exception {
        owner.at("/v1/network/failing", exchange -> answer(exchange, 500, "{}"));
        Missing missing =
                compose(single("network", "/v1/network/failing")).missing().getFirst();
        assertEquals(ProblemType.INTERNAL_ERROR.reference(), missing.problem().type());
        assertEquals(
                "processes-service failed with status 500.", missing.problem().detail());
    }

    @Test
    void anOwnerThatNeverAnswersHoldsNobodyUpForEver() throws Exception {
        freeze("/v1/coverage/frozen");
        owner.at("/v1/mandates/one", exchange -> answer(exchange, 200, "{}"));
        PartialResult composed = compose(single("coverage", "/v1/coverage/frozen"), single("one", "/v1/mandates/one"));
        assertTrue(composed.has("one"));
        assertEquals(
                ProblemType.SERVICE_TIMEOUT.reference(),
                composed.missing().getFirst().problem().type());
    }

    @Test
    void anOwnerThatIsLateAgainAndAgainIsLeftAloneUntilItAnswersAgain() throws Exception {
        var asked = new AtomicInteger();
        try (var frozen = UpstreamServer.start(absent.getPort())) {
            frozen.at("/v1/absences/late", exchange -> {
                asked.incrementAndGet();
                await(thawed);
                answer(exchange, 200, "{\"id\":\"late\"}");
            });
            SubRequest part = single("absences", "/v1/absences/late");
            while (!detail(compose(part)).contains("not called")) {
                assertTrue(asked.get() < 50, "the owner is asked for ever");
            }
            int before = asked.get();
            compose(part);
            assertEquals(before, asked.get(), "nobody asks an owner that is left alone");
            thawed.countDown();
            readUntilThere(part);
        }
    }

    @Test
    void nothingIsWaitedForBeyondTheDeadline() throws Exception {
        freeze("/v1/coverage/frozen");
        Deadline soon = Deadline.in(Duration.ofMillis(50));
        PartialResult composed = composition
                .read(List.of(single("coverage", "/v1/coverage/frozen")), soon)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        assertEquals(
                "functions-service did not respond in time.",
                composed.missing().getFirst().problem().detail());
    }

    @Test
    void thePositionIsTheLowestAndKnowsNothingOfWhatIsLost() {
        var mandates = at("institution:5,mandate:9", Set.of());
        var coverage = at("capacity:3,mandate:7", Set.of());
        var lost = at("", Set.of("institution"));
        assertEquals(
                "capacity:3,institution:5,mandate:7",
                mandates.and(coverage).position().toString());
        assertEquals(
                "capacity:3,mandate:7",
                lost.and(mandates).and(coverage).position().toString());
    }

    private static PartialResult at(String position, Set<String> lost) {
        return new PartialResult(Map.of(), List.of(), Position.parse(position), lost, List.of(), true);
    }

    private SubRequest main(String name, String uri) {
        return request(name, uri, Extent.MAIN);
    }

    private SubRequest single(String name, String uri) {
        return request(name, uri, Extent.OPTIONAL);
    }

    private SubRequest page(String name, String uri) {
        return request(name, uri, Extent.PAGE);
    }

    private SubRequest request(String name, String uri, Extent extent) {
        String collection = uri.split("[/?]", -1)[2];
        Upstream upstream = Objects.requireNonNull(routes.ofPath("/v1/" + collection));
        return new SubRequest(name, upstream, List.of(collection), uri, extent);
    }

    private static List<JsonNode> items(PartialResult composed) {
        return composed.part("mandates").path("items").valueStream().toList();
    }

    private PartialResult compose(SubRequest... parts) throws Exception {
        return composition
                .read(List.of(parts), composition.deadline())
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    /** An owner that another test had down is left alone for a moment. */
    private void readUntilThere(SubRequest part) throws Exception {
        PartialResult composed = compose(part);
        while (!composed.missing().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(100);
            composed = compose(part);
        }
        assertTrue(composed.has(part.name()));
    }

    private ProblemException refused(SubRequest part) {
        return assertInstanceOf(
                ProblemException.class,
                assertThrows(ExecutionException.class, () -> compose(part)).getCause());
    }

    private void freeze(String path) {
        owner.at(path, exchange -> await(thawed));
    }

    private static String detail(PartialResult composed) {
        return composed.missing().stream()
                .map(one -> one.problem().detail())
                .findFirst()
                .orElse("");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Atlas-Position", POSITION);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for little, opens the breaker soon and keeps nothing that an owner may change its mind about without an event. */
    public static final class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "atlas.cache.max-size", "0",
                    "atlas.aggregates.deadline", "1500ms",
                    "atlas.aggregates.part-timeout", "300ms",
                    "atlas.aggregates.breaker-window", "6",
                    "atlas.aggregates.breaker-delay", "500ms");
        }
    }
}
