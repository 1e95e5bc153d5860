package org.mandateatlas.gateway.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.mandateatlas.base.http.IfNoneMatch;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.text.Sha256;
import org.mandateatlas.gateway.cache.CacheEntry;
import org.mandateatlas.gateway.http.Compression;

/** Makes the response of composed content: its entity tag, its position, 304 for a client that has it, and its cache entry. */
@Singleton
public class CompositeResponses {

    private static final int TAG_BYTES = 12;
    private static final String REVALIDATE = "no-cache";

    /**
     * Makes the response; fails with a problem when no part is available.
     *
     * @param result what the content is composed of
     * @param content the record to write as JSON
     */
    public Response respond(RoutingContext context, PartialResult result, Object content) {
        return respond(context, result, content, MediaType.APPLICATION_JSON_TYPE);
    }

    /**
     * Makes the response in a media type; fails with a problem when no part is available.
     *
     * @param result what the content is composed of
     * @param content the record to write as JSON
     * @param type JSON or a type that is based on it
     */
    public Response respond(RoutingContext context, PartialResult result, Object content, MediaType type) {
        if (result.parts().isEmpty() && !result.missing().isEmpty()) {
            throw new ProblemException(result.missing().getFirst().problem());
        }
        var body = Json.bytes(result.missing().isEmpty() ? content : located(context.request(), result, content));
        var tag = '"' + Sha256.hex(Sha256.of(body), TAG_BYTES) + '"';
        var position = result.position().toString();
        share(context, result, body, type, tag, position);
        var isKnown = IfNoneMatch.isMetBy(context.request().headers().getAll(HttpHeaders.IF_NONE_MATCH), tag);
        var response = isKnown ? Response.notModified() : Response.ok(body, type);
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, REVALIDATE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.VARY, io.vertx.core.http.HttpHeaders.ACCEPT_ENCODING)
                .header(Position.HEADER, position)
                .build();
    }

    /** The problems of missing parts are those of this request. */
    private static JsonNode located(HttpServerRequest request, PartialResult result, Object content) {
        var tree = Json.tree(content);
        var missing = tree.path("missing");
        for (var i = 0; i < missing.size(); i++) {
            var problem = result.missing().get(i).problem().in(request);
            ((ObjectNode) missing.get(i)).set("problem", Json.tree(problem));
        }
        return tree;
    }

    private static void share(
            RoutingContext context, PartialResult result, byte[] body, MediaType type, String tag, String position) {
        var read = CompositeRead.of(context);
        if (read == null) {
            return;
        }
        var versions = result.versions();
        if (versions == null) {
            read.complete(null);
            return;
        }
        var headers = MultiMap.caseInsensitiveMultiMap()
                .add(HttpHeaders.CONTENT_TYPE, type.toString())
                .add(HttpHeaders.ETAG, tag)
                .add(HttpHeaders.CACHE_CONTROL, REVALIDATE)
                .add(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .add(Position.HEADER, position);
        Compression.allow(headers);
        read.complete(new CacheEntry(headers, Buffer.buffer(body), versions));
    }
}
