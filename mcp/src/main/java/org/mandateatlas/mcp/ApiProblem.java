package org.mandateatlas.mcp;

import com.fasterxml.jackson.databind.JsonNode;

/** The API has responded with a problem document. */
final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient JsonNode document;

    ApiProblem(JsonNode document) {
        super(document.path("detail").asText("The API is unavailable."));
        this.document = document;
    }

    /** Returns the problem document. */
    JsonNode document() {
        return document;
    }
}
