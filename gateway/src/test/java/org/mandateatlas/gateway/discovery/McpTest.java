package org.mandateatlas.gateway.discovery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.Tokens;
import org.mandateatlas.gateway.UpstreamServer;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class McpTest {

    private static final int BYTES_OF_6000_TOKENS = 18_000;

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @SuppressWarnings("NullAway.Init")
    Tokens tokens;

    @BeforeEach
    void theOwnerTellsWhatItWasAsked() {
        owner.forget();
    }

    @Test
    void initializationStartsNoSession() {
        send("initialize", "{'protocolVersion':'2025-06-18','capabilities':{},'clientInfo':{'name':'a','version':'1'}}")
                .statusCode(200)
                .contentType("application/json")
                .header("Mcp-Session-Id", nullValue())
                .header("Cache-Control", "no-store")
                .body("result.protocolVersion", equalTo("2025-06-18"))
                .body("result.serverInfo.name", equalTo("mandate-atlas"));
    }

    @Test
    void aSessionOfAnotherReplicaIsNoObstacle() {
        given().contentType("application/json")
                .header("Mcp-Session-Id", "of-another-replica")
                .body("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")
                .post("/mcp")
                .then()
                .statusCode(202);
    }

    @Test
    void fewToolsFitIntoAShortContext() {
        var list = send("tools/list", "{}")
                .statusCode(200)
                .body(
                        "result.tools.name",
                        containsInAnyOrder(
                                "find",
                                "list",
                                "read",
                                "history",
                                "profile",
                                "who_does_what",
                                "gaps_and_overlaps",
                                "what_changed",
                                "timeline",
                                "simulate_reform",
                                "network",
                                "contradictions"))
                .body("result.tools.findAll { !it.annotations.readOnlyHint }.name", equalTo(java.util.List.of()))
                .extract()
                .asByteArray();
        assertTrue(list.length < BYTES_OF_6000_TOKENS, list.length + " bytes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            find              | {'q':'hague process','validAt':'2004-12-31'}                   | /v1/search?
            list              | {'collection':'mandates','filters':{'institution':['iom','ilo']}} | institution=iom&institution=ilo
            read              | {'collection':'mandates','id':'iom-forum','knownAt':'2026-01-01T00:00:00Z'} | knownAt=2026-01-01T00
            history           | {'collection':'mandates','id':'iom-forum'}                     | /v1/mandates/iom-forum/history
            profile           | {'collection':'institutions','id':'iom','validAt':'2004-12-31'} | /v1/institutions/iom/profile?validAt
            who_does_what     | {'function':'coordination','validAt':'2004-12-31'}             | /v1/coverage?function=coordination
            gaps_and_overlaps | {'kind':'overlap'}                                             | /v1/coverage/overlaps
            what_changed      | {'from':'2004-12-31','to':'2018-12-31','aspect':'network'}     | /v1/network/diff?from=2004-12-31
            timeline          | {'process':'berne-initiative'}                                 | process=berne-initiative
            simulate_reform   | {'operations':[{'type':'end-institution','institution':'iom'}]} | /v1/simulations
            network           | {'of':'iom','validAt':'2004-12-31'}                            | /v1/network?validAt=2004-12-31
            contradictions    | {'collection':'processes'}                                     | /v1/processes?limit=200
            """)
    void everyToolReadsTheApiAndLinksToIt(String tool, String arguments, String url) {
        call(tool, arguments)
                .body("result.isError", equalTo(false))
                .body("result.structuredContent.url", containsString(url))
                .body("result.structuredContent.page", containsString("/explorer/"))
                .body("result.content[0].text", containsString("API: http"));
    }

    @Test
    void theApiIsReadForTheClient() {
        given().contentType("application/json")
                .header("X-Request-Id", "of-the-agent")
                .header("Authorization", "Bearer " + tokens.of("ada", "reader"))
                .body(message("tools/call", "{'name':'read','arguments':{'collection':'mandates','id':'asked'}}"))
                .post("/mcp")
                .then()
                .body("result.structuredContent.document.headers.X-forwarded-for", equalTo("127.0.0.1"))
                .body("result.structuredContent.document.headers.X-request-id", equalTo("of-the-agent"))
                .body("result.structuredContent.document.headers.Authorization", startsWith("Bearer "))
                .body("result.structuredContent.document.headers.Atlas-loopback", nullValue());
    }

    @Test
    void aClientCannotNameAnotherAddress() {
        given().header("Atlas-Loopback", "0 192.0.2.7")
                .get("/v1/mandates/asked")
                .then()
                .body("headers.X-forwarded-for", equalTo("127.0.0.1"))
                .body("headers.Atlas-loopback", nullValue());
    }

    @Test
    void citationsAreShortAndContradictionsAreNamed() {
        owner.at("/v1/sources/disputed", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            byte[] body = """
                    {"id":"disputed","version":1,"text":"Began in 2000.","citations":[
                    {"source":"one","locator":"page 1","stance":"supports","statedValue":null},
                    {"source":"other","locator":null,"stance":"contradicts","statedValue":"1999"}]}""".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
        call("contradictions", "{'collection':'sources','id':'disputed'}")
                .body("result.structuredContent.items[0].recorded", equalTo("Began in 2000."))
                .body("result.structuredContent.items[0].supporting", hasItem("one, page 1"))
                .body("result.structuredContent.items[0].contradicting", hasItem("other, states: 1999"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            find              | {}                                   | Invalid argument q: is required.
            find              | {'q':'a','lmit':3}                   | Invalid argument lmit: is unknown; the arguments are q, collection
            find              | {'q':'a','limit':1000}               | Invalid argument limit: is not from 1 to 100.
            find              | {'q':3}                              | Invalid argument q: is not of the type string.
            gaps_and_overlaps | {'kind':'hole'}                      | is not one of function, mandate, capacity, overlap.
            network           | {'cursor':'zzz'}                     | Invalid argument cursor: is not a cursor of this tool.
            read              | {'collection':'mandates','id':'../x'} | Invalid argument id: is not an id
            simulate_reform   | {}                                   | Invalid argument option: or operations is required
            """)
    void aToolNamesTheInvalidArgument(String tool, String arguments, String text) {
        call(tool, arguments)
                .body("result.isError", equalTo(true))
                .body("result.content[0].text", containsString(text));
    }

    @Test
    void aProblemOfTheApiIsTheErrorOfTheTool() {
        owner.at("/v1/mandates/none", exchange -> exchange.sendResponseHeaders(503, -1));
        call("read", "{'collection':'mandates','id':'none'}")
                .body("result.isError", equalTo(true))
                .body("result.structuredContent.status", equalTo(503));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                                           | -32700
            [{'jsonrpc':'2.0','id':1,'method':'ping'}]                  | -32600
            3                                                           | -32600
            {'id':1,'method':'ping'}                                    | -32600
            {'jsonrpc':'2.0','id':1,'method':4}                         | -32600
            {'jsonrpc':'2.0','id':1,'method':'tools/call','params':[]}  | -32602
            {'jsonrpc':'2.0','id':1,'method':'tools/call','params':{}}  | -32602
            """)
    void anInvalidMessageIsAnError(String body, int code) {
        given().contentType("application/json")
                .body(body.replace('\'', '"'))
                .post("/mcp")
                .then()
                .statusCode(400)
                .body("error.code", equalTo(code));
    }

    @Test
    void anUnknownProtocolVersionIsAnsweredWithTheKnownOnes() {
        given().contentType("application/json")
                .header("Mcp-Protocol-Version", "2099-01-01")
                .body(message("ping", "{}"))
                .post("/mcp")
                .then()
                .statusCode(400)
                .body("error.code", equalTo(-32022))
                .body("error.data.supported", hasItem("2025-11-25"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT"})
    void thereAreNeitherStreamsNorSessions(String method) {
        given().request(method, "/mcp").then().statusCode(405).header("Allow", "POST, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp/sse", "/mcp/messages/1"})
    void theOlderTransportIsNotOffered(String path) {
        given().accept("text/event-stream").get(path).then().statusCode(404);
    }

    @Test
    void otherMediaTypesAndOriginsAreRefused() {
        given().contentType("text/plain").body("{}").post("/mcp").then().statusCode(415);
        given().contentType("application/json")
                .accept("text/html")
                .body("{}")
                .post("/mcp")
                .then()
                .statusCode(406);
        given().contentType("application/json")
                .header("Origin", "null")
                .body("{}")
                .post("/mcp")
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .body("x".repeat(600_000))
                .post("/mcp")
                .then()
                .statusCode(413);
    }

    @Test
    void agentsAreToldHowToRead() {
        given().header("Host", "atlas.example")
                .get("/llms.txt")
                .then()
                .statusCode(200)
                .contentType("text/markdown;charset=UTF-8")
                .body(startsWith("# Mandate Atlas\n"))
                .body(containsString("](http://atlas.example/mcp)"));
        given().header("Host", "atlas.example")
                .get("/.well-known/api-catalog")
                .then()
                .body("linkset.anchor", hasItem(endsWith("/mcp")));
    }

    private static ValidatableResponse call(String tool, String arguments) {
        return send("tools/call", "{'name':'" + tool + "','arguments':" + arguments + '}')
                .statusCode(200);
    }

    private static ValidatableResponse send(String method, String params) {
        return given().contentType("application/json")
                .accept("application/json, text/event-stream")
                .body(message(method, params))
                .post("/mcp")
                .then();
    }

    private static String message(String method, String params) {
        return ("{'jsonrpc':'2.0','id':1,'method':'" + method + "','params':" + params + '}').replace('\'', '"');
    }
}
