package org.mandateatlas.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A path of the API or the explorer with its query. */
final class PathAndQuery {

    private static final Pattern SEGMENT = Pattern.compile("[a-z0-9-]{1,80}");

    private final StringBuilder text;
    private boolean hasQuery;

    private PathAndQuery(String path) {
        this.text = new StringBuilder(path);
    }

    /** Returns a path. */
    static PathAndQuery of(String path) {
        return new PathAndQuery(path);
    }

    /** Returns the path of a document. */
    static PathAndQuery document(String collection, String id) {
        return new PathAndQuery("/v1/" + collection + '/' + segment(id));
    }

    /** Returns an id that can be a segment of a path. */
    static String segment(String id) {
        if (!SEGMENT.matcher(id).matches()) {
            throw new InvalidArgument("id", "is not an id: small letters, digits and hyphens; use find to get it");
        }
        return id;
    }

    /** Adds a parameter unless its value is null. */
    PathAndQuery with(String name, @Nullable String value) {
        if (value != null) {
            text.append(hasQuery ? '&' : '?')
                    .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            hasQuery = true;
        }
        return this;
    }

    /** Adds arguments with the names of parameters. */
    PathAndQuery with(CallArguments arguments, String... names) {
        for (var name : names) {
            with(name, arguments.text(name));
        }
        return this;
    }

    /** Adds parameters from an object; an array repeats its parameter. */
    PathAndQuery withAll(@Nullable JsonNode parameters) {
        if (parameters != null) {
            parameters.properties().forEach(entry -> {
                if (entry.getValue().isArray()) {
                    entry.getValue().forEach(value -> with(entry.getKey(), value.asText()));
                } else {
                    with(entry.getKey(), entry.getValue().asText());
                }
            });
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
