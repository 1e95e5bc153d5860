package org.mandateatlas.gateway.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.Tokens;
import org.mandateatlas.gateway.UpstreamServer;

/** Each content coding has its entity tag, the weights of the client are respected, and either tag is a precondition. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ContentCodingTest {

    private static final String PATH = "/v1/mandates/coded";

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @SuppressWarnings("NullAway.Init")
    Tokens tokens;

    @BeforeEach
    void theServiceReturnsAVersion() {
        owner.forget();
        owner.at(PATH, exchange -> {
            var known = exchange.getRequestHeaders().getFirst("If-None-Match");
            exchange.getResponseHeaders().set("ETag", "\"3-ended\"");
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Atlas-Position", "mandate:1");
            if (known != null && known.contains("\"3-ended\"")) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                var body = ("{\"text\":\"" + "a".repeat(2000) + "\"}").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|true",
                "gzip, deflate, br|true",
                "deflate, gzip;q=1.0, *;q=0.5|true",
                "gzip;q=0.5|true",
                "GZIP|false",
                "gzip;a=1;q=1|false",
                "x-gzip|true",
                "*|true",
                "identity;q=0.5, gzip;q=0.5|true",
                "identity;q=0, gzip;q=0.1|true",
                "gzip;q=0.5, identity;q=1|false",
                "gzip;q=0.5, identity|false",
                "identity|false",
                "gzip;q=0|false",
                "gzip;q=0, *|false",
                "*;q=0|false",
                "br, zstd|false",
                "gzip;q=none|false",
                "''|false"
            })
    void theWeightsOfTheClientDecide(String accepted, boolean gzip) {
        assertEquals(gzip, ContentCoding.prefersGzip(accepted));

        get(accepted)
                .then()
                .statusCode(200)
                .header("Content-Encoding", gzip ? equalTo("gzip") : nullValue())
                .header("ETag", gzip ? "\"3-ended-gzip\"" : "\"3-ended\"");
    }

    @Test
    void eachCodingHasItsTag() {
        assertNotEquals(get("gzip").header("ETag"), get("identity").header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-cache", "max-age=0"})
    void aClientThatHasEitherCodingIsNotSentItAgain(String control) {
        for (var tag : new String[] {"\"3-ended\"", "\"3-ended-gzip\"", "\"2\", \"3-ended-gzip\""}) {
            var own = tag.contains("gzip") ? "\"3-ended-gzip\"" : "\"3-ended\"";
            asked("gzip")
                    .header("Cache-Control", control)
                    .header("If-None-Match", tag)
                    .get(PATH)
                    .then()
                    .statusCode(304)
                    .header("ETag", own);
        }
        asked("gzip")
                .header("If-None-Match", "\"2-ended-gzip\"")
                .get(PATH)
                .then()
                .statusCode(200);
    }

    @Test
    void aWriteWithTheTagOfACompressedReadReachesTheServiceWithThatOfTheDocument() {
        given().header("Authorization", "Bearer " + tokens.of("curator"))
                .header("If-Match", "\"3-ended-gzip\", \"2\"")
                .contentType("application/json")
                .body("{}")
                .put("/v1/mandates/written")
                .then()
                .statusCode(200)
                .body("headers.If-match", equalTo("\"3-ended\", \"2\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "gzip, gzip", "x"})
    void aCompressedBodyIsRefusedWithTheSupportedCoding(String coding) {
        given().header("Authorization", "Bearer " + tokens.of("curator"))
                .header("If-None-Match", "*")
                .header("Content-Encoding", coding)
                .contentType("application/json")
                .body(new byte[] {0x1f, (byte) 0x8b, 8, 0})
                .put("/v1/mandates/written")
                .then()
                .statusCode(415)
                .header("Accept-Encoding", "identity")
                .contentType("application/problem+json")
                .body("violations[0].header", equalTo("Content-Encoding"));
    }

    private static Response get(String accepted) {
        return asked(accepted).get(PATH);
    }

    private static RequestSpecification asked(String accepted) {
        return given().config(RestAssuredConfig.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", accepted);
    }
}
