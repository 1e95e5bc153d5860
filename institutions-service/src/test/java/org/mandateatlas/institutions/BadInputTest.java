package org.mandateatlas.institutions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandateatlas.testkit.Servers;
import org.mandateatlas.testkit.Tokens;

/** Every bad input gets the right 4xx that names the place, and changes nothing. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Functions.class)
class BadInputTest {

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        Functions.awaitReplicated();
    }

    private static final String GOOD = Samples.mandate("iom", "A good mandate");
    private static final String INSTITUTION = Samples.institution("A good institution");

    /**
     * A bad request.
     *
     * @param name what is bad
     * @param status the status it gets
     * @param problem the kind of problem
     * @param place the pointer, parameter or header that is named; null where no place is at fault
     */
    record Bad(
            String name,
            int status,
            String problem,
            @Nullable String place,
            Function<RequestSpecification, Response> request) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bad> requests() {
        return Stream.of(ids(), parameters(), bodies(), documents(), rules(), conditions(), forms(), tokens())
                .flatMap(bad -> bad);
    }

    private static Stream<Bad> ids() {
        return Stream.of(
                read("an id with capitals", 400, "invalid-parameter", "id", "/v1/institutions/IOM"),
                read("an id with a blank", 400, "invalid-parameter", "id", "/v1/institutions/io%20m"),
                read("an id with a quote", 400, "invalid-parameter", "id", "/v1/institutions/io'm"),
                read("an id with a null byte", 400, "invalid-parameter", "id", "/v1/institutions/io%00m"),
                read("an id that ends in a hyphen", 400, "invalid-parameter", "id", "/v1/institutions/iom-"),
                read("an id of 81 characters", 400, "invalid-parameter", "id", "/v1/mandates/" + "a".repeat(81)),
                read("an unknown id", 404, "not-found", null, "/v1/institutions/atlantis"),
                read("history of an unknown id", 404, "not-found", null, "/v1/mandates/atlantis/history"),
                read("an unknown version", 404, "not-found", null, "/v1/institutions/iom/versions/99"),
                read(
                        "a version that is no number",
                        400,
                        "invalid-parameter",
                        "version",
                        "/v1/institutions/iom/versions/x"),
                read("version zero", 400, "invalid-parameter", "version", "/v1/institutions/iom/versions/0"),
                read("an unknown path", 404, "not-found", null, "/v1/institutions/iom/elsewhere"));
    }

    private static Stream<Bad> parameters() {
        return Stream.of(
                read(
                        "a day that is not",
                        400,
                        "invalid-parameter",
                        "validAt",
                        "/v1/institutions/iom?validAt=2004-02-30"),
                read("a day without its month", 400, "invalid-parameter", "validAt", "/v1/institutions?validAt=2004"),
                read(
                        "a day in a far year",
                        400,
                        "invalid-parameter",
                        "validAt",
                        "/v1/institutions?validAt=%2B999999999-12-31"),
                read(
                        "an instant without a zone",
                        400,
                        "invalid-parameter",
                        "knownAt",
                        "/v1/institutions?knownAt=2026-01-01T00:00:00"),
                read(
                        "an instant in the future",
                        400,
                        "invalid-parameter",
                        "knownAt",
                        "/v1/mandates?knownAt=2999-01-01T00:00:00Z"),
                read(
                        "a day before it was there",
                        404,
                        "not-valid-then",
                        null,
                        "/v1/institutions/iom?validAt=1900-01-01"),
                read(
                        "an instant before it was known",
                        404,
                        "not-known-then",
                        null,
                        "/v1/institutions/iom?knownAt=2001-01-01T00:00:00Z"),
                read("an unknown parameter", 400, "invalid-parameter", "colour", "/v1/institutions?colour=blue"),
                read(
                        "a parameter of another collection",
                        400,
                        "invalid-parameter",
                        "function",
                        "/v1/institutions?function=coordination"),
                read(
                        "a time that history has not",
                        400,
                        "invalid-parameter",
                        "validAt",
                        "/v1/institutions/iom/history?validAt=2004-12-31"),
                read(
                        "a doubled parameter",
                        400,
                        "invalid-parameter",
                        "validAt",
                        "/v1/institutions?validAt=2004-12-31&validAt=2005-12-31"),
                read("an empty parameter", 400, "invalid-parameter", "kind", "/v1/institutions?kind="),
                read("an unknown kind", 400, "invalid-parameter", "kind", "/v1/institutions?kind=planet"),
                read("an unknown status", 400, "invalid-parameter", "status", "/v1/mandates?status=dead"),
                read("a limit of nothing", 400, "invalid-parameter", "limit", "/v1/mandates?limit=0"),
                read("a limit too high", 400, "invalid-parameter", "limit", "/v1/mandates?limit=501"),
                read("a limit that is no number", 400, "invalid-parameter", "limit", "/v1/mandates?limit=ten"),
                read("a cursor made up", 400, "invalid-parameter", "cursor", "/v1/mandates?cursor=abc"),
                read("an unknown field", 400, "invalid-parameter", "fields", "/v1/mandates?fields=id,soul"),
                read("a search for nothing", 400, "invalid-parameter", "q", "/v1/mandates?q=%27%26%7C"),
                read("a search for a noncharacter", 400, "invalid-parameter", "q", "/v1/mandates?q=a%EF%BF%BEb"),
                read("a day of year 0", 400, "invalid-parameter", "validAt", "/v1/mandates?validAt=0000-02-29"),
                read(
                        "an instant of year 0",
                        400,
                        "invalid-parameter",
                        "knownAt",
                        "/v1/mandates?knownAt=0000-12-31T23:59:59Z"),
                read("a search with a null byte", 400, "invalid-parameter", "q", "/v1/mandates?q=a%00b"),
                read(
                        "a filter that is no id",
                        400,
                        "invalid-parameter",
                        "institution",
                        "/v1/mandates?institution=I%20O%20M"),
                read("a total that is neither", 400, "invalid-parameter", "withTotal", "/v1/mandates?withTotal=maybe"));
    }

    private static Stream<Bad> bodies() {
        return Stream.of(
                put("an empty body", 400, "invalid-document", "", ""),
                put("broken JSON", 400, "invalid-document", "", "{\"title\": "),
                put("JSON after the document", 400, "invalid-document", "", GOOD + "{}"),
                put("a list", 400, "invalid-document", "", "[]"),
                put("a field twice", 400, "invalid-document", "", "{\"title\": \"a\", \"title\": \"b\"}"),
                put("bytes that are no UTF-8", 400, "invalid-document", "", new byte[] {'{', '"', (byte) 0xff, '"', '}'
                }),
                put("a number without bounds", 400, "invalid-document", "", "{\"a\": 1e99999999999}"),
                put("depth without end", 400, "invalid-document", "", "{\"a\":".repeat(3000)),
                put(
                        "a huge body",
                        413,
                        "body-too-large",
                        "Content-Length",
                        "{\"text\": \"" + "x".repeat(2_000_000) + "\"}"));
    }

    private static Stream<Bad> documents() {
        return Stream.of(
                put("an unknown field", 400, "invalid-document", "/soul", with("\"soul\": 1")),
                put("a list for a text", 400, "invalid-document", "/text", with("\"text\": []")),
                put("a number for a text", 400, "invalid-document", "/text", with("\"text\": 7")),
                put("a null in a list", 400, "invalid-document", "/functions/0", with("\"functions\": [null]")),
                put("an unknown authority", 400, "invalid-document", "/authority", with("\"authority\": \"whim\"")),
                put(
                        "a date that is not",
                        400,
                        "invalid-document",
                        "/validity/from",
                        with("\"validity\": {\"from\": \"2004-13\"}")),
                put(
                        "a date in year 0",
                        400,
                        "invalid-document",
                        "/validity/from",
                        with("\"validity\": {\"from\": \"0000-02-29\"}")),
                put(
                        "a range from year 0",
                        400,
                        "invalid-document",
                        "/validity/to",
                        with("\"validity\": {\"from\": \"1990\", \"to\": \"[0000..1999]\"}")),
                put(
                        "an end before the start",
                        400,
                        "invalid-document",
                        "/validity",
                        with("\"validity\": {\"from\": \"2004\", \"to\": \"1999\"}")),
                put("another id", 400, "invalid-document", "/id", with("\"id\": \"another\"")));
    }

    private static Stream<Bad> rules() {
        return Stream.of(
                put("no title", 422, "rule-violated", "/title", with("\"title\": null")),
                put("a blank title", 422, "rule-violated", "/title", with("\"title\": \" \"")),
                put("a title with a null byte", 422, "rule-violated", "/title", with("\"title\": \"a\\u0000b\"")),
                put("a noncharacter", 422, "rule-violated", "/title", with("\"title\": \"a\uFFFEb\"")),
                put("an escaped noncharacter", 422, "rule-violated", "/title", with("\"title\": \"a\\uffffb\"")),
                put("a lone surrogate", 422, "rule-violated", "/title", with("\"title\": \"a\\ud800b\"")),
                put("no citation", 422, "rule-violated", "/citations", with("\"citations\": []")),
                put(
                        "only a contradiction",
                        422,
                        "rule-violated",
                        "/citations",
                        with(
                                "\"citations\": [{\"source\": \"newland-2004\", \"stance\": \"contradicts\", \"statedValue\": \"x\"}]")),
                put(
                        "an unknown source",
                        422,
                        "rule-violated",
                        "/citations/0/source",
                        with("\"citations\": [{\"source\": \"hearsay\"}]")),
                put(
                        "an unknown institution",
                        422,
                        "rule-violated",
                        "/institution",
                        with("\"institution\": \"atlantis\"")),
                put(
                        "an unknown instrument",
                        422,
                        "rule-violated",
                        "/instrument",
                        with("\"instrument\": \"magna-carta-2\"")),
                put(
                        "a source with a null byte",
                        422,
                        "rule-violated",
                        "/citations/0/source",
                        with("\"citations\": [{\"source\": \"a\\u0000b\"}]")),
                put(
                        "a source that is no id",
                        422,
                        "rule-violated",
                        "/citations/0/source",
                        with("\"citations\": [{\"source\": \"" + endless() + "\"}]")),
                put(
                        "an institution that is no id",
                        422,
                        "rule-violated",
                        "/institution",
                        with("\"institution\": \"" + endless() + "\"")),
                put(
                        "a list without end",
                        422,
                        "rule-violated",
                        "/functions",
                        with("\"functions\": [\"coordination\"" + ",\"coordination\"".repeat(5000) + "]")),
                put(
                        "an earlier holder until the end of time",
                        422,
                        "rule-violated",
                        "/earlierHolders/0/institution",
                        with("\"earlierHolders\": [{\"institution\": \"atlantis\", \"validity\": {\"to\": \"9999\"},"
                                + " \"citations\": [{\"source\": \"newland-2004\"}]}]")),
                put(
                        "a mandate that supersedes itself",
                        422,
                        "rule-violated",
                        "/supersedes/0/mandate",
                        with("\"supersedes\": [{\"mandate\": \"bad-input\", \"manner\": \"implicit\","
                                + " \"citations\": [{\"source\": \"newland-2004\"}]}]")),
                put(
                        "a function that there is not",
                        422,
                        "rule-violated",
                        "/functions/1",
                        with("\"functions\": [\"coordination\", \"border-walls\"]")),
                put("no function", 422, "rule-violated", "/functions", with("\"functions\": []")),
                institution(
                        "names that overlap",
                        "/names/1/validity",
                        INSTITUTION.replace(
                                "\"names\": [",
                                "\"names\": ["
                                        + "{\"kind\": \"official\", \"value\": \"Other\", \"language\": \"en\", \"validity\": {\"from\": \"1995\"},"
                                        + " \"citations\": [{\"source\": \"newland-2004\"}]}, ")),
                institution(
                        "periods of UN status that overlap",
                        "/unStatus/1/validity",
                        INSTITUTION.replace(
                                "\"names\": [",
                                "\"unStatus\": [{\"status\": \"outside\", \"validity\": {\"to\": \"2000\"}, \"citations\": [{\"source\": \"newland-2004\"}]},"
                                        + " {\"status\": \"outside\", \"validity\": {\"from\": \"1999\"}, \"citations\": [{\"source\": \"newland-2004\"}]}], \"names\": [")),
                institution(
                        "an id of another registry with wrong check digits",
                        "/identifiers/0/value",
                        INSTITUTION.replace(
                                "\"names\": [",
                                "\"identifiers\": [{\"scheme\": \"lei\", \"value\": \"5493001KJTIIGC8Y1R13\", \"citations\":"
                                        + " [{\"source\": \"newland-2004\"}]}], \"names\": [")),
                institution(
                        "a language that has no code",
                        "/names/0/language",
                        INSTITUTION.replace("\"en\"", "\"english\"")),
                institution(
                        "a relation to itself",
                        "/relations/0/institution",
                        INSTITUTION.replace(
                                "\"names\": [",
                                "\"relations\": [{\"type\": \"part-of\", \"institution\": \"bad-input\","
                                        + " \"citations\": [{\"source\": \"newland-2004\"}]}], \"names\": [")),
                institution(
                        "a relation to nobody",
                        "/relations/0/institution",
                        INSTITUTION.replace(
                                "\"names\": [",
                                "\"relations\": [{\"type\": \"part-of\", \"institution\": \"atlantis\", \"citations\": [{\"source\": \"newland-2004\"}]}], \"names\": [")));
    }

    /** A text so long and varied that no index holds it. */
    private static String endless() {
        return IntStream.range(0, 9000)
                .mapToObj(i -> Character.toString(0x4E00 + i * 7919 % 20_000))
                .collect(Collectors.joining());
    }

    private static Stream<Bad> conditions() {
        return Stream.of(
                bad(
                        "no condition",
                        428,
                        "precondition-required",
                        "If-Match",
                        r -> curator(r).body(GOOD).put("/v1/mandates/bad-input")),
                bad(
                        "a stale ETag",
                        412,
                        "precondition-failed",
                        "If-Match",
                        r -> curator(r)
                                .header("If-Match", "\"77\"")
                                .body(GOOD)
                                .put("/v1/mandates/iom-organized-transfer")),
                bad(
                        "a weak ETag",
                        412,
                        "precondition-failed",
                        "If-Match",
                        r -> curator(r)
                                .header("If-Match", "W/\"1\"")
                                .body(GOOD)
                                .put("/v1/mandates/iom-organized-transfer")),
                bad(
                        "an ETag without quotes",
                        400,
                        "bad-request",
                        "If-Match",
                        r -> curator(r).header("If-Match", "1").body(GOOD).put("/v1/mandates/iom-organized-transfer")),
                bad(
                        "a new one that is there",
                        412,
                        "precondition-failed",
                        "If-None-Match",
                        r -> curator(r)
                                .header("If-None-Match", "*")
                                .body(GOOD)
                                .put("/v1/mandates/iom-organized-transfer")),
                bad(
                        "an old one that is not",
                        412,
                        "precondition-failed",
                        "If-Match",
                        r -> curator(r).header("If-Match", "\"1\"").body(GOOD).put("/v1/mandates/bad-input")),
                bad(
                        "both conditions",
                        400,
                        "bad-request",
                        "If-None-Match",
                        r -> curator(r)
                                .header("If-Match", "\"1\"")
                                .header("If-None-Match", "*")
                                .body(GOOD)
                                .put("/v1/mandates/bad-input")),
                bad(
                        "a note with a noncharacter",
                        400,
                        "bad-request",
                        "Change-Note",
                        r -> curator(r)
                                .header("If-None-Match", "*")
                                .header("Change-Note", "a\u00EF\u00BF\u00BEb")
                                .body(GOOD)
                                .put("/v1/mandates/bad-input")),
                bad(
                        "an unknown kind of change",
                        400,
                        "bad-request",
                        "Change-Kind",
                        r -> curator(r)
                                .header("If-None-Match", "*")
                                .header("Change-Kind", "whim")
                                .body(GOOD)
                                .put("/v1/mandates/bad-input")),
                bad(
                        "a retraction without condition",
                        428,
                        "precondition-required",
                        "If-Match",
                        r -> curator(r).delete("/v1/mandates/iom-organized-transfer")),
                bad(
                        "a retraction of what others refer to",
                        409,
                        "conflict",
                        "",
                        r -> curator(r).header("If-Match", "*").delete("/v1/institutions/iom")),
                bad(
                        "a patch of what is not",
                        404,
                        "not-found",
                        null,
                        r -> curator(r)
                                .contentType("application/merge-patch+json")
                                .header("If-Match", "*")
                                .body("{}")
                                .patch("/v1/mandates/bad-input-2")),
                bad(
                        "a patch to nonsense",
                        422,
                        "rule-violated",
                        "/title",
                        r -> curator(r)
                                .contentType("application/merge-patch+json")
                                .header("If-Match", "*")
                                .body("{\"title\": null}")
                                .patch("/v1/mandates/iom-organized-transfer")));
    }

    private static Stream<Bad> forms() {
        return Stream.of(
                bad(
                        "a body of another type",
                        415,
                        "unsupported-media-type",
                        null,
                        r -> curator(r)
                                .contentType("text/plain")
                                .header("If-None-Match", "*")
                                .body(GOOD)
                                .put("/v1/mandates/bad-input")),
                bad(
                        "a compressed body",
                        415,
                        "unsupported-media-type",
                        "Content-Encoding",
                        r -> curator(r)
                                .header("If-None-Match", "*")
                                .header("Content-Encoding", "gzip")
                                .body(GOOD)
                                .put("/v1/mandates/bad-input")),
                bad(
                        "a JSON Patch for a patch",
                        415,
                        "unsupported-media-type",
                        null,
                        r -> curator(r)
                                .contentType("application/json-patch+json")
                                .header("If-Match", "*")
                                .body("[]")
                                .patch("/v1/mandates/iom-organized-transfer")),
                bad(
                        "an answer in a form that is not",
                        406,
                        "not-acceptable",
                        null,
                        r -> r.accept("image/png").get("/v1/mandates")),
                bad(
                        "a method that is not",
                        405,
                        "method-not-allowed",
                        null,
                        r -> curator(r).body(GOOD).post("/v1/mandates")));
    }

    private static Stream<Bad> tokens() {
        return Stream.of(
                bad(
                        "no token",
                        401,
                        "unauthorized",
                        null,
                        r -> r.contentType("application/json")
                                .header("If-None-Match", "*")
                                .body(GOOD)
                                .put("/v1/mandates/bad-input")),
                bad("a token of no form", 401, "unauthorized", null, r -> as("nonsense", r)),
                bad("a token of another issuer", 401, "unauthorized", null, r -> as(Tokens.ofAnotherIssuer(), r)),
                bad("a token signed by another", 401, "unauthorized", null, r -> as(Tokens.signedByAnother(), r)),
                bad("an expired token", 401, "unauthorized", null, r -> as(Tokens.expired(), r)),
                bad("the wrong role", 403, "forbidden", null, r -> as(Tokens.reader(), r)),
                bad(
                        "a retraction without a token",
                        401,
                        "unauthorized",
                        null,
                        r -> r.header("If-Match", "*").delete("/v1/mandates/iom-organized-transfer")));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void badInputIsRefusedAtItsPlaceAndChangesNothing(Bad bad) {
        var before = position();

        var answer = bad.request()
                .apply(given().urlEncodingEnabled(false))
                .then()
                .statusCode(bad.status())
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/" + bad.problem()))
                .body("status", equalTo(bad.status()))
                .body("title", not(emptyOrNullString()))
                .body("detail", not(emptyOrNullString()))
                .extract()
                .jsonPath();

        if (bad.place() != null) {
            var violation = answer.getMap("violations[0]");
            assertEquals(
                    bad.place(),
                    Stream.of("pointer", "parameter", "header")
                            .map(violation::get)
                            .filter(place -> place != null)
                            .findFirst()
                            .orElse(null));
        }
        assertEquals(before, position());
    }

    private static String position() {
        return given().get("/v1/sources?limit=1").header("Atlas-Position");
    }

    private static String with(String field) {
        var name = field.substring(0, field.indexOf(':'));
        var kept = GOOD.replaceFirst(
                name + ": (\"[^\"]*\"|\\[\\{.*?\\}\\]|\\[.*?\\]|\\{.*?\\})",
                java.util.regex.Matcher.quoteReplacement(field));
        return kept.equals(GOOD) ? "{" + field + "," + GOOD.substring(1) : kept;
    }

    private static Bad read(String name, int status, String problem, @Nullable String place, String path) {
        return bad(name, status, problem, place, r -> r.get(path));
    }

    private static Bad put(String name, int status, String problem, @Nullable String place, Object body) {
        return bad(
                name,
                status,
                problem,
                place,
                r -> curator(r).header("If-None-Match", "*").body(body).put("/v1/mandates/bad-input"));
    }

    private static Bad institution(String name, String place, String body) {
        return bad(
                name,
                422,
                "rule-violated",
                place,
                r -> curator(r).header("If-None-Match", "*").body(body).put("/v1/institutions/bad-input"));
    }

    private static Bad bad(
            String name,
            int status,
            String problem,
            @Nullable String place,
            Function<RequestSpecification, Response> request) {
        return new Bad(name, status, problem, place, request);
    }

    private static RequestSpecification curator(RequestSpecification request) {
        return request.auth().oauth2(Tokens.curator()).contentType("application/json");
    }

    private static Response as(String token, RequestSpecification request) {
        return request.header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .header("If-None-Match", "*")
                .body(GOOD)
                .put("/v1/mandates/bad-input");
    }
}
