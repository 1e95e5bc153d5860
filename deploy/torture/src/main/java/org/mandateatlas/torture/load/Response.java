package org.mandateatlas.torture.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The response to a request.
 *
 * @param status the status; 0 if there was no response
 * @param position the header {@code Atlas-Position}; empty without one
 * @param body the body
 */
public record Response(int status, String position, String body) {

    /** No response. */
    static final Response NONE = new Response(0, "", "");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FOUND = 200;

    /** Returns the body as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /** Returns the sequences of the streams in the position. */
    public Map<String, Long> sequences() {
        var sequences = new TreeMap<String, Long>();
        for (var stream : position.split(",", -1)) {
            var separator = stream.indexOf(':');
            if (separator > 0) {
                sequences.put(stream.substring(0, separator), Long.parseLong(stream.substring(separator + 1)));
            }
        }
        return sequences;
    }

    /** Returns the version of the document in the body; null without one. */
    public @Nullable Integer version() {
        var version = json().path("version");
        return status / 100 == FOUND / 100 && version.isInt() ? version.intValue() : null;
    }

    /** Returns the token of the write in the body; null without one. */
    public @Nullable String token() {
        var token = Token.PATTERN.matcher(body);
        return status == FOUND && token.find() ? token.group() : null;
    }
}
