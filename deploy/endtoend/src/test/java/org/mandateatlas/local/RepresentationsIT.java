package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mandateatlas.local.AnyWrites.Write;

/** Whatever a write accepts, a standard reader of each format reads in every response; an entity tag changes with its body. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(SharedSuite.class)
@Order(7)
class RepresentationsIT {

    private static final int WRITES = 120;
    private static final int READS = 400;
    private static final long SEED = Long.getLong("representations.seed", 20261126);

    private final LaunchedSuite suite;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Write> accepted = new HashMap<>();
    private final List<Write> writes = new ArrayList<>();
    private final Random random = new Random(SEED);
    private String token = "";
    private String written = "";

    RepresentationsIT(LaunchedSuite suite) {
        this.suite = suite;
    }

    @BeforeAll
    void start() throws Exception {
        JqwikSession.run(() -> {
            var generator = AnyWrites.writes().generator(WRITES);
            for (var i = 0; i < WRITES + READS; i++) {
                writes.add(generator.next(random).value());
            }
        });
        token = suite.succeed("token", "--actor", "ana").strip();
    }

    @Test
    @Order(1)
    void whatIsAcceptedIsReadInEveryFormat() throws Exception {
        for (var i = 0; i < WRITES; i++) {
            write("any-" + i);
        }
        written = Instant.now().toString();
        assertTrue(accepted.size() > WRITES / 10, () -> "only " + accepted.size() + " were accepted");
        readAll();
    }

    private void write(String id) throws Exception {
        var write = writes.removeFirst();
        var path = "/v1/" + write.collection() + "/" + id;
        var response = send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-None-Match", "*")
                .PUT(HttpRequest.BodyPublishers.ofString(write.body())));
        if (response.statusCode() == 201) {
            accepted.put(path, write);
        } else {
            assertTrue(
                    response.statusCode() == 400 || response.statusCode() == 422,
                    () -> response.statusCode() + " to " + write.body());
        }
        parse(path, response);
    }

    @Test
    @Order(2)
    void itIsReadAfterARestartToo() throws Exception {
        suite.down();
        suite.up();
        readAll();
    }

    private void readAll() throws Exception {
        for (var times :
                List.of("", "validAt=0001-01-01", "validAt=1951-12-05", "validAt=9999-12-31", "knownAt=" + written)) {
            for (var path : paths()) {
                read(path, times);
            }
        }
        for (var document : accepted.keySet()) {
            for (var suffix : List.of(
                    "",
                    "?validAt=1951-12-05",
                    "?fields=id,validity",
                    "?include=referenceNames",
                    "/history",
                    "/versions/1")) {
                read(document + suffix, "");
            }
        }
        for (var path : List.of(
                "/v1/diff?from=0001-01-01&to=9999-12-31&limit=500",
                "/v1/diff?from=2020-01-01T00:00:00Z&to=" + written + "&limit=500",
                "/v1/network/diff?from=0001-01-01&to=9999-12-31",
                "/v1/coverage/diff?from=0001-01-01&to=9999-12-31",
                "/v1/coverage/diff.csv?from=0001-01-01&to=9999-12-31",
                "/v1/changes?limit=500",
                "/v1/changes.atom")) {
            read(path, "");
        }
        new ChangeFeedReader(client, suite.address()).compare();
        for (var write : accepted.values()) {
            var q = write.text().replaceAll("[^\\p{L}\\p{N}]", " ").strip();
            if (!q.isEmpty()) {
                read("/v1/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8), "");
            }
        }
    }

    private static List<String> paths() {
        var paths = new ArrayList<String>();
        for (var collection : List.of("institutions", "mandates", "processes", "participations")) {
            paths.add("/v1/" + collection + "?limit=500");
            paths.add("/v1/" + collection + ".ndjson");
            paths.add("/v1/" + collection + ".csv");
            paths.add("/v1/" + collection + ".csv?csv=raw");
            paths.add("/v1/" + collection + ".csv?csv=bom");
        }
        paths.addAll(List.of(
                "/v1/network",
                "/v1/network.graphml",
                "/v1/network.dot",
                "/v1/coverage",
                "/v1/coverage.csv",
                "/v1/coverage/gaps.csv",
                "/v1/timeline?limit=500",
                "/v1/institutions/iom/profile",
                "/v1/processes/berne-initiative/profile",
                "/v1/snapshot"));
        return paths;
    }

    private void read(String path, String parameter) throws Exception {
        var whole = parameter.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + parameter;
        var response = send(HttpRequest.newBuilder(uri(whole)));
        for (var again = 0; response.statusCode() == 503 && again < 10; again++) {
            Thread.sleep(1_000); // a busy machine: what is not available now is available later
            response = send(HttpRequest.newBuilder(uri(whole)));
        }
        assertTrue(
                List.of(200, 404, 410).contains(response.statusCode()),
                response.statusCode() + " to " + whole + ": " + new String(response.body(), StandardCharsets.UTF_8));
        parse(whole, response);
    }

    private static void parse(String path, HttpResponse<byte[]> response) {
        var type = response.headers().firstValue("Content-Type").orElse("none");
        try {
            RepresentationParser.parse(type, response.body());
        } catch (Exception | AssertionError e) {
            throw new AssertionError(path + " is not " + type + ": " + e.getMessage(), e);
        }
    }

    @Test
    @Order(3)
    void theTagChangesWheneverTheBodyChanges() throws Exception {
        var bodies = new HashMap<String, String>();
        for (var i = 0; i < READS; i++) {
            if (i % 20 == 0) {
                write("tagged-" + i);
                patch(i);
            }
            var path = any(List.of(
                    "/v1/institutions/iom",
                    "/v1/institutions/iom/versions/1",
                    "/v1/institutions/tagged",
                    "/v1/coverage",
                    "/v1/coverage.csv",
                    "/v1/network",
                    "/v1/network.dot",
                    "/v1/search?q=iom",
                    "/v1/institutions/iom/profile",
                    "/v1/changes.atom"));
            var coding = any(List.of("identity", "gzip", "gzip;q=0.5, identity;q=1", "gzip, deflate, br"));
            var parameters = path.contains("search") || path.contains("atom")
                    ? List.of("")
                    : List.of("", "validAt=2004-12-31", "validAt=2020-01-01", "knownAt=" + written);
            var fields = path.startsWith("/v1/institutions/") && !path.endsWith("profile")
                    ? List.of("", "fields=id,names", "include=referenceNames", "fields=id&include=referenceNames")
                    : List.of("");
            var query = any(parameters) + "&" + any(fields);
            compare(path + (path.contains("?") ? "&" : "?") + query, coding, bodies);
        }
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Compares a body with earlier ones of the same tag, and a 304 with the body that it stands for. */
    private void compare(String path, String coding, Map<String, String> bodies) throws Exception {
        var whole = path.replaceAll("[?&]+$", "").replaceAll("&&", "&").replace("?&", "?");
        var plain = send(HttpRequest.newBuilder(uri(whole)).header("Accept-Encoding", coding));
        var tag = plain.headers().firstValue("ETag").orElse(null);
        if (plain.statusCode() != 200 || tag == null) {
            return;
        }
        var encoded = plain.headers().firstValue("Content-Encoding").orElse("identity");
        var key = resource(whole) + " " + tag;
        var body = encoded + " " + decoded(plain);
        assertEquals(bodies.computeIfAbsent(key, unseen -> body), body, key);
        var again = send(HttpRequest.newBuilder(uri(whole))
                .header("Accept-Encoding", coding)
                .header("If-None-Match", tag));
        if (again.statusCode() == 304) {
            assertEquals(tag, again.headers().firstValue("ETag").orElse(""), whole);
        } else {
            assertTrue(!again.headers().firstValue("ETag").orElse("").equals(tag), () -> "no 304 to " + key);
        }
    }

    /** A tag of a document names its representation among all of the document. */
    private static String resource(String path) {
        return path.startsWith("/v1/institutions/") ? path.replaceFirst("[?].*", "") : path;
    }

    private static String decoded(HttpResponse<byte[]> response) throws IOException {
        return response.headers().firstValue("Content-Encoding").orElse("").equals("gzip")
                ? new String(
                        new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes(),
                        StandardCharsets.UTF_8)
                : new String(response.body(), StandardCharsets.UTF_8);
    }

    /** Changes a document of which the status changes, too. */
    private void patch(int i) throws Exception {
        var from = i % 40 == 0 ? "1990" : "2999";
        var body = """
                {"kind": "commission", "summary": "Version %d.", "names": [{"kind": "official", "value": "Tagged",
                  "language": "en", "validity": {"from": "1990"}, "citations": [{"source": "newland-2004"}]}],
                 "validity": {"from": "%s"}, "citations": [{"source": "newland-2004"}]}""".formatted(i, from);
        var current =
                send(HttpRequest.newBuilder(uri("/v1/institutions/tagged")).header("Accept-Encoding", "gzip"));
        var request = HttpRequest.newBuilder(uri("/v1/institutions/tagged"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body));
        if (current.statusCode() == 404) {
            request.header("If-None-Match", "*");
        } else {
            request.header("If-Match", current.headers().firstValue("ETag").orElseThrow());
        }
        var status = send(request).statusCode();
        assertTrue(status == 200 || status == 201, () -> "status " + status);
    }

    private URI uri(String path) {
        return URI.create(suite.address() + path);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws InterruptedException {
        var built = request.build();
        try {
            return client.send(built, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError("no whole response from " + built.uri(), e);
        }
    }
}
