package org.mandateatlas.gateway.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.logging.Log;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.StreamPositions;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.Tokens;
import org.mandateatlas.gateway.UpstreamServer;

@QuarkusTest
@TestProfile(CacheProfile.class)
@QuarkusTestResource(Surroundings.class)
class CoherenceTest {

    private static final String STREAM = "meeting";
    private static final List<String> DOCUMENTS = List.of("geneva", "rome", "bern");
    private static final int CHECKS = 12_000;
    private static final int READERS = 6;
    private static final int WRITERS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final AtomicInteger checks = new AtomicInteger();
    private final AtomicInteger hits = new AtomicInteger();
    private final AtomicInteger ownWrites = new AtomicInteger();
    private final AtomicInteger lostWrites = new AtomicInteger();
    private final long deadline = System.nanoTime() + PATIENCE.toNanos();

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @SuppressWarnings("NullAway.Init")
    Tokens tokens;

    @Inject
    @SuppressWarnings("NullAway.Init")
    StreamPositions positions;

    @Test
    void nobodyIsGivenWhatIsOlderThanWhatHeHasSeenOrWritten() throws Exception {
        try (var events = new UnsteadyEvents(positions, STREAM)) {
            var registry = new SmallRegistry(STREAM, events::send);
            new UnsteadyUpstream(registry).serve(owner, DOCUMENTS);
            events.begin();
            var all = new ArrayList<Thread>();
            for (int i = 0; i < READERS; i++) {
                all.add(Thread.ofPlatform().start(() -> readOn(events)));
            }
            for (int i = 0; i < WRITERS; i++) {
                all.add(Thread.ofPlatform().start(() -> writeOn(events)));
            }
            all.add(Thread.ofPlatform().start(() -> writeElsewhere(registry)));
            for (Thread one : all) {
                one.join();
            }
            while (events.arrived() < registry.sequence() && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            Log.infof(
                    "%s checks, %s hits, %s own writes, %s lost writes, events cut off %s times, %s revisions",
                    checks, hits, ownWrites, lostWrites, events.cuts(), registry.sequence());
            assertEquals(List.of(), violations.stream().limit(5).toList());
            assertTrue(checks.get() >= CHECKS, () -> "only " + checks + " checks");
            assertTrue(hits.get() >= CHECKS / 4, () -> "only " + hits + " hits");
            assertTrue(ownWrites.get() > 20, () -> "only " + ownWrites + " writes");
            assertTrue(lostWrites.get() > 10, () -> "only " + lostWrites + " lost writes");
            assertTrue(events.cuts() > 0, "events were never cut off");
        }
    }

    private boolean goesOn() {
        return checks.get() < CHECKS && System.nanoTime() < deadline && violations.isEmpty();
    }

    private void readOn(UnsteadyEvents events) {
        var reader = new Reader(events);
        while (goesOn()) {
            reader.read(some());
        }
    }

    private void writeOn(UnsteadyEvents events) {
        var reader = new Reader(events);
        while (goesOn()) {
            String id = DOCUMENTS.get(UnsteadyUpstream.chance() % DOCUMENTS.size());
            if (write(id, reader)) {
                ownWrites.incrementAndGet();
            } else {
                lostWrites.incrementAndGet();
            }
            reader.read(id);
            reader.read(null);
            UnsteadyUpstream.pause(100);
        }
    }

    private void writeElsewhere(SmallRegistry registry) {
        while (goesOn()) {
            registry.change(DOCUMENTS.get(UnsteadyUpstream.chance() % DOCUMENTS.size()));
            UnsteadyUpstream.pause(100);
        }
    }

    private static @Nullable String some() {
        int chance = UnsteadyUpstream.chance();
        return chance < 20 ? null : DOCUMENTS.get(chance % DOCUMENTS.size());
    }

    private boolean write(String id, Reader writer) {
        var request = HttpRequest.newBuilder(uri(id))
                .header("Authorization", "Bearer " + tokens.of("curator"))
                .PUT(BodyPublishers.ofString("{}"));
        if (UnsteadyUpstream.chance() < 15) {
            request.timeout(Duration.ofMillis(3));
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                writer.learn(id, answer);
                return true;
            }
        } catch (IOException e) {
            // broken by chance, or given up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static URI uri(@Nullable String id) {
        String path = id == null ? UnsteadyUpstream.COLLECTION : UnsteadyUpstream.COLLECTION + '/' + id;
        return URI.create("http://localhost:" + RestAssured.port + path);
    }

    private static long sequence(HttpResponse<String> answer) {
        return Position.parse(answer.headers().firstValue("Atlas-Position").orElse(""))
                .of(STREAM);
    }

    /** A client that remembers everything it has read. */
    private final class Reader {

        private final UnsteadyEvents events;
        private final Map<String, Long> seen = new HashMap<>();
        private long seenSequence;

        Reader(UnsteadyEvents events) {
            this.events = events;
        }

        void read(@Nullable String id) {
            long arrived = events.arrived();
            var request = HttpRequest.newBuilder(uri(id)).timeout(Duration.ofSeconds(10));
            if (id != null && UnsteadyUpstream.chance() < 40) {
                request.header("If-None-Match", "\"" + seen.getOrDefault(id, 0L) + '"');
            }
            try {
                HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
                if (answer.statusCode() == 200 || answer.statusCode() == 304) {
                    check(id, arrived, answer);
                }
            } catch (IOException e) {
                // an answer that breaks off tells nothing
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void check(@Nullable String id, long arrived, HttpResponse<String> answer) {
            checks.incrementAndGet();
            if (answer.headers().firstValue("Cache-Status").orElse("").contains("hit")) {
                hits.incrementAndGet();
            }
            if (sequence(answer) < arrived) {
                violations.add(told(id, answer) + " although " + arrived + " had arrived");
            }
            if (sequence(answer) < seenSequence) {
                violations.add(told(id, answer) + " after " + seenSequence);
            }
            shown(id, answer).forEach((document, changed) -> {
                if (changed < seen.getOrDefault(document, 0L)) {
                    violations.add(told(id, answer) + " after " + seen);
                }
            });
            learn(id, answer);
        }

        /** Takes in what an answer shows, be it that to a write of one's own. */
        void learn(@Nullable String id, HttpResponse<String> answer) {
            seenSequence = Math.max(seenSequence, sequence(answer));
            shown(id, answer).forEach((document, changed) -> seen.merge(document, changed, Math::max));
        }

        /** Returns the revisions in which documents changed last; that an answer is not modified shows it, too. */
        private static Map<String, Long> shown(@Nullable String id, HttpResponse<String> answer) {
            var shown = new HashMap<String, Long>();
            if (answer.statusCode() == 200) {
                new JsonObject(answer.body())
                        .forEach(changed -> shown.put(changed.getKey(), ((Number) changed.getValue()).longValue()));
            } else if (id != null) {
                String tag = answer.headers().firstValue("ETag").orElse("\"0\"");
                shown.put(id, Long.valueOf(tag.substring(1, tag.length() - 1)));
            }
            return shown;
        }

        private static String told(@Nullable String id, HttpResponse<String> answer) {
            return "%s %d %s %s %s"
                    .formatted(
                            id,
                            answer.statusCode(),
                            answer.headers().firstValue("Atlas-Position").orElse("none"),
                            answer.headers().firstValue("Cache-Status").orElse("none"),
                            answer.body());
        }
    }
}
