package org.mandateatlas.testkit;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Requests to the service under test with a curator's token. */
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

    /** Replaces a document without a version check. */
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

    /** Reads a resource and expects the status; otherwise an assertion of absence would also hold for a problem document. */
    public static ValidatableResponse read(String path, int status) {
        return given().get("/v1/" + path).then().statusCode(status);
    }
}
