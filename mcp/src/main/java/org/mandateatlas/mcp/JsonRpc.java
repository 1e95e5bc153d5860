package org.mandateatlas.mcp;

import io.quarkiverse.mcp.server.runtime.McpMessageHandler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A JSON-RPC message, checked so that the server meets only well-formed requests.
 *
 * @param error the error response to an invalid message; null if the message is valid
 * @param isRequest whether the message expects a response; notifications and responses do not
 */
record JsonRpc(@Nullable JsonObject error, boolean isRequest) {

    static final int PARSE_ERROR = -32_700;
    static final int INVALID_REQUEST = -32_600;
    static final int INVALID_PARAMS = -32_602;
    static final int UNSUPPORTED_PROTOCOL_VERSION = -32_022;

    /** Checks a message. */
    static JsonRpc of(Buffer body, @Nullable String protocolVersion) {
        Object decoded;
        try {
            decoded = Json.decodeValue(body);
        } catch (DecodeException e) {
            return new JsonRpc(error(null, PARSE_ERROR, "The body is not JSON."), true);
        }
        if (decoded instanceof JsonArray) {
            return new JsonRpc(
                    error(null, INVALID_REQUEST, "Batches are not supported. Send one message per request."), true);
        }
        if (!(decoded instanceof JsonObject message)) {
            return new JsonRpc(error(null, INVALID_REQUEST, "A message is a JSON object."), true);
        }
        return new JsonRpc(check(message, protocolVersion), message.containsKey("id") && message.containsKey("method"));
    }

    private static @Nullable JsonObject check(JsonObject message, @Nullable String protocolVersion) {
        var id = message.getValue("id");
        if (id != null && !(id instanceof String) && !(id instanceof Number)) {
            return error(null, INVALID_REQUEST, "id is a string or a number.");
        }
        if (!"2.0".equals(message.getValue("jsonrpc"))) {
            return error(id, INVALID_REQUEST, "jsonrpc is \"2.0\".");
        }
        if (!(message.getValue("method") instanceof String method)) {
            return message.containsKey("result") || message.containsKey("error")
                    ? null
                    : error(id, INVALID_REQUEST, "method is a string.");
        }
        var supported = McpMessageHandler.SUPPORTED_PROTOCOL_VERSIONS;
        if (protocolVersion != null && !supported.contains(protocolVersion)) {
            return unsupported(id, protocolVersion);
        }
        return checkParams(id, method, message.getValue("params"));
    }

    private static @Nullable JsonObject checkParams(@Nullable Object id, String method, @Nullable Object params) {
        if (params != null && !(params instanceof JsonObject)) {
            return error(id, INVALID_PARAMS, "params is an object.");
        }
        var given = params == null ? new JsonObject() : (JsonObject) params;
        if (given.containsKey("_meta") && !(given.getValue("_meta") instanceof JsonObject)) {
            return error(id, INVALID_PARAMS, "params._meta is an object.");
        }
        if (!method.equals("tools/call")) {
            return null;
        }
        if (!(given.getValue("name") instanceof String)) {
            return error(id, INVALID_PARAMS, "params.name is the name of a tool.");
        }
        var arguments = given.getValue("arguments");
        return arguments == null || arguments instanceof JsonObject
                ? null
                : error(id, INVALID_PARAMS, "params.arguments is an object.");
    }

    private static JsonObject unsupported(@Nullable Object id, String requested) {
        var supported = new JsonArray(McpMessageHandler.SUPPORTED_PROTOCOL_VERSIONS);
        var response = error(id, UNSUPPORTED_PROTOCOL_VERSION, "The protocol version is not supported.");
        response.getJsonObject("error")
                .put("data", new JsonObject().put("supported", supported).put("requested", requested));
        return response;
    }

    private static JsonObject error(@Nullable Object id, int code, String message) {
        return new JsonObject()
                .put("jsonrpc", "2.0")
                .put("id", id)
                .put("error", new JsonObject().put("code", code).put("message", message));
    }
}
