package org.mandateatlas.gateway.cache;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import com.sun.net.httpserver.HttpHandler;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.mandateatlas.feed.StreamPositions;
import org.mandateatlas.gateway.UpstreamServer;

/** An owner of mandates that counts how often it is asked, and answers with the position of the moment. */
final class CountingUpstream {

    private static final AtomicLong SEQUENCE = new AtomicLong();

    private final UpstreamServer server;
    private final StreamPositions positions;
    private final AtomicInteger asked = new AtomicInteger();

    CountingUpstream(UpstreamServer server, StreamPositions positions) {
        this.server = server;
        this.positions = positions;
    }

    /** Advances the stream by one revision without an event. */
    static long goOn() {
        return SEQUENCE.incrementAndGet();
    }

    int asked() {
        return asked.get();
    }

    void at(String path, String body) {
        at(path, 200, body);
    }

    void at(String path, int status, String body) {
        server.at(
                path,
                exchange -> answer(status, body, "mandate:" + SEQUENCE + ",source:" + positions.of("source"))
                        .handle(exchange));
    }

    void atThePast(String path, String body) {
        server.at(path, answer(200, body, "mandate:0,source:0"));
    }

    private HttpHandler answer(int status, String body, String position) {
        return exchange -> {
            asked.incrementAndGet();
            byte[] text = body.getBytes(StandardCharsets.UTF_8);
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "application/json");
            headers.set("ETag", "\"1\"");
            headers.set("Cache-Control", "no-cache");
            headers.set("Atlas-Position", position);
            exchange.sendResponseHeaders(status, text.length);
            exchange.getResponseBody().write(text);
        };
    }

    /** Reads a path of the gateway, and checks how the cache handled that. */
    static ValidatableResponse read(String path, String status) {
        return given().when().get(path).then().header("Cache-Status", containsString(status));
    }
}
