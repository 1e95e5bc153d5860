package org.mandateatlas.mcp;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The API, read for one client.
 *
 * @param client reads the API
 * @param caller the client of the tool
 */
record ClientApi(ApiClient client, ToolClient caller) {

    /** Reads a resource. */
    JsonNode get(PathAndQuery target) {
        return client.read(caller, target.toString(), null);
    }

    /** Sends a query. */
    JsonNode post(PathAndQuery target, JsonNode body) {
        return client.read(caller, target.toString(), body);
    }
}
