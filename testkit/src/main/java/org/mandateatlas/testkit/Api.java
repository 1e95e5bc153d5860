package org.mandateatlas.testkit;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The API of the service under test as a curator uses it. */
public final class Api {

    private Api() {}

    /** Returns a request with a curator's token and a JSON body. */
    public static RequestSpecification curator() {
        return given().auth().oauth2(Tokens.curator()).contentType("application/json");
    }

    /** Creates a document. */
    public static ValidatableResponse create(String path, String body) {
        return curator()
                .header("If-None-Match", "*")
                .body(body)
                .put("/v1/" + path)
                .then()
                .statusCode(201);
    }

    /** Replaces a document, whatever its version. */
    public static ValidatableResponse replace(String path, String body) {
        return curator()
                .header("If-Match", "*")
                .body(body)
                .put("/v1/" + path)
                .then()
                .statusCode(200);
    }

    /** Reads a document or a collection that exists. */
    public static ValidatableResponse read(String path) {
        return read(path, 200);
    }

    /** Reads something and expects the status: without one, an assertion that something is absent would hold for a problem, too. */
    public static ValidatableResponse read(String path, int status) {
        return given().get("/v1/" + path).then().statusCode(status);
    }
}
