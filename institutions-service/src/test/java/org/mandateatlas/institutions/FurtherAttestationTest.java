package org.mandateatlas.institutions;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;

/** Property: a further attestation changes no response for a date up to the attestation before. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Functions.class)
class FurtherAttestationTest {

    private static final int INSTITUTIONS = 4;
    private static final int DAYS = 3;

    /** These may differ: they name the version, its sources and the attestation itself. */
    private static final List<String> OF_THE_VERSION = List.of(
            "version", "recordedAt", "citations", "lastAttested", "position", "knownAt", "revisions", "self", "next");

    static IntStream seeds() {
        return IntStream.range(0, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFurtherAttestationChangesNothingUpToTheOneBefore(int seed) {
        var random = new Random(seed);
        var first = new LinkedHashMap<String, String>();
        var further = new LinkedHashMap<String, String>();
        var until = LocalDate.MAX;
        for (var i = 0; i < INSTITUTIONS; i++) {
            var generated = Generated.of(random);
            var id = "prior-" + seed + "-" + i;
            first.put(id, generated.first());
            further.put(id, generated.further());
            until = generated.until().isBefore(until) ? generated.until() : until;
        }
        first.forEach((id, body) -> Api.create("institutions/" + id, body));
        var days = days(random, until);
        var before = responses(seed, first.keySet().stream().toList(), days);

        further.forEach((id, body) -> Api.replace("institutions/" + id, body));

        var after = responses(seed, first.keySet().stream().toList(), days);
        before.forEach((path, response) -> assertEquals(response, after.get(path), path));
    }

    /** The last of the days is that of the attestation before. */
    private static List<LocalDate> days(Random random, LocalDate until) {
        var days = new ArrayList<LocalDate>();
        for (var i = 0; i < DAYS; i++) {
            days.add(until.minusDays(random.nextInt(20 * 365)));
        }
        days.add(until);
        return days.stream().sorted().toList();
    }

    private static Map<String, JsonNode> responses(int seed, List<String> ids, List<LocalDate> days) {
        var paths = new ArrayList<String>();
        for (var day : days) {
            ids.forEach(id -> paths.add("institutions/" + id + "?validAt=" + day));
            var q = "q=prior+" + seed;
            for (var filter : List.of("", "&status=current", "&status=unconfirmed", "&unStatus=outside")) {
                paths.add("institutions?limit=500&" + q + filter + "&validAt=" + day);
            }
            paths.add("search?" + q + "&limit=100&validAt=" + day);
            ids.forEach(id -> paths.add("timeline?to=" + day + "&validAt=" + day + "&institution=" + id));
        }
        ids.forEach(id -> paths.add("timeline?to=" + days.getLast() + "&institution=" + id));
        ids.forEach(id -> paths.add("diff?from=" + days.getFirst() + "&to=" + days.getLast() + "&institution=" + id));
        var responses = new LinkedHashMap<String, JsonNode>();
        for (var path : paths) {
            var response = given().get("/v1/" + path);
            var body = DocumentJson.stored(response.asString());
            withoutVersion(body);
            body.put("httpStatus", response.statusCode());
            responses.put(path, body);
        }
        return responses;
    }

    private static void withoutVersion(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(OF_THE_VERSION);
        }
        node.forEach(FurtherAttestationTest::withoutVersion);
    }

    /**
     * An institution with attested items, before and after further attestations.
     *
     * @param first the body before
     * @param further the body after
     * @param until the last day of the earliest attestation before
     */
    private record Generated(String first, String further, LocalDate until) {

        static Generated of(Random random) {
            var year = 1950 + random.nextInt(30);
            var attested = year + random.nextInt(40);
            var first = DocumentJson.stored(Samples.institution("Prior attestation " + random.nextInt(1000)));
            first.set("validity", validity(random, year, attested, random.nextInt(4) > 0));
            first.set("headquarters", items("{\"place\": \"Geneva\", \"country\": \"CH\"}", random, year, attested));
            first.set("officeHolders", items("{\"name\": \"A\", \"title\": \"Director\"}", random, year, attested));
            first.set("relations", items("{\"type\": \"part-of\", \"institution\": \"iom\"}", random, year, attested));
            first.set("unStatus", items("{\"status\": \"outside\"}", random, year, attested));
            var further = first.deepCopy();
            attest(further, random);
            return new Generated(
                    DocumentJson.write(first), DocumentJson.write(further), LocalDate.of(attested, 12, 31));
        }

        private static ArrayNode items(String item, Random random, int year, int attested) {
            var items = DocumentJson.stored("{\"items\": []}").withArray("items");
            if (random.nextInt(3) > 0) {
                var dated = DocumentJson.stored(item);
                dated.set("validity", validity(random, year, attested, random.nextBoolean()));
                dated.withArray("citations").addObject().put("source", "newland-2004");
                items.add(dated);
            }
            return items;
        }

        private static ObjectNode validity(Random random, int year, int attested, boolean isAttested) {
            var from = year + random.nextInt(attested - year + 1);
            var validity = DocumentJson.stored("{\"from\": \"" + from + "\"}");
            if (isAttested) {
                validity.put("lastAttested", Integer.toString(attested + random.nextInt(5)));
            }
            return validity;
        }

        /** Extends some of the attestations, each with a citation. */
        private static void attest(JsonNode node, Random random) {
            var attested = node.path("validity").path("lastAttested");
            if (attested.isTextual() && random.nextInt(4) > 0) {
                var later = Integer.parseInt(attested.textValue()) + 1 + random.nextInt(20);
                ((ObjectNode) node.get("validity")).put("lastAttested", later + "-06");
                ((ObjectNode) node)
                        .withArray("citations")
                        .addObject()
                        .put("source", "newland-2010")
                        .put("locator", "p. " + later);
            }
            node.forEach(item -> attest(item, random));
        }
    }
}
