package org.mandateatlas.mcp;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The API, read for one client.
 *
 * @param client reads the API
 * @param caller the client of the tool
 */
record Api(ApiClient client, Caller caller) {

    /** Reads a resource. */
    JsonNode get(Target target) {
        return client.read(caller, target.toString(), null);
    }

    /** Sends a query. */
    JsonNode post(Target target, JsonNode body) {
        return client.read(caller, target.toString(), body);
    }
}
