package org.mandateatlas.institutions;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The service's API as a curator uses it. */
final class Api {

    private Api() {}

    /** Returns a request with a curator's token and a JSON body. */
    static RequestSpecification curator() {
        return given().auth().oauth2(Tokens.curator()).contentType("application/json");
    }

    /** Creates a document. */
    static ValidatableResponse create(String path, String body) {
        return curator()
                .header("If-None-Match", "*")
                .body(body)
                .put("/v1/" + path)
                .then()
                .statusCode(201);
    }

    /** Replaces a document, whatever its version. */
    static ValidatableResponse replace(String path, String body) {
        return curator()
                .header("If-Match", "*")
                .body(body)
                .put("/v1/" + path)
                .then()
                .statusCode(200);
    }

    /** Reads a document. */
    static ValidatableResponse read(String path) {
        return given().get("/v1/" + path).then();
    }

    /** An institution that nothing else is known of. */
    static String institution(String name) {
        return """
                {"kind": "commission", "summary": "Made for a test.",
                 "names": [{"kind": "official", "value": "%s", "language": "en",
                            "validity": {"from": "1990"}, "citations": [{"source": "newland-2004"}]}],
                 "validity": {"from": "1990"},
                 "citations": [{"source": "newland-2004", "locator": "line 1"}]}""".formatted(name);
    }

    /** A mandate of an institution, of some title. */
    static String mandate(String institution, String title) {
        return """
                {"institution": "%s", "title": "%s", "text": "Made for a test.", "functions": ["coordination"],
                 "populations": ["migrants"], "authority": "decision", "force": "internal",
                 "validity": {"from": "2001-05"},
                 "citations": [{"source": "newland-2004", "locator": "line 1"}]}""".formatted(institution, title);
    }
}
