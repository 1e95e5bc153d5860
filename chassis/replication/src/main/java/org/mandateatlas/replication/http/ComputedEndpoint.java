package org.mandateatlas.replication.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.mandateatlas.base.http.ContentNegotiation;
import org.mandateatlas.base.http.IfNoneMatch;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.text.Sha256;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.http.DocumentEndpoint;
import org.mandateatlas.registry.http.Representation;
import org.mandateatlas.replication.replica.Version;

/** Responds with resources computed from the logs, with their position and ETag. */
@Singleton
public class ComputedEndpoint {

    /**
     * Returns the document that a resource is computed for.
     *
     * @param noun the kind of the document, for messages
     * @param known the latest versions of all documents of its collection
     * @throws ProblemException 404 if it does not exist, 410 if it was retracted
     */
    public <T> T about(String noun, String id, List<Version<T>> known, Position position) {
        var version = known.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> problem(
                        ProblemType.NOT_FOUND,
                        "No " + noun + " '" + id + "' exists, or it was recorded later.",
                        position));
        var content = version.content();
        if (content == null) {
            throw problem(
                    ProblemType.GONE,
                    "The " + noun + " '" + id + "' was retracted at " + version.recordedAt() + "; see its history.",
                    position);
        }
        return content;
    }

    private static ProblemException problem(ProblemType type, String detail, Position position) {
        return new ProblemException(type, detail).with(DocumentEndpoint.POSITION, position.toString());
    }

    /**
     * Responds in the representation that the client prefers, or with a 304.
     *
     * @param position the position that the response reflects
     * @param day the day on which it holds
     * @param computation computes the resource
     * @param representations the available representations, the default first
     */
    @SafeVarargs
    public final <T> Response answer(
            ComputedRequest request,
            Position position,
            LocalDate day,
            Supplier<T> computation,
            Representation<T>... representations) {
        var representation = negotiate(request, List.of(representations));
        var tag = tag(request, position, day, representation.type());
        if (isKnown(request, tag)) {
            return headers(Response.notModified(), position, tag).build();
        }
        var computed = computation.get();
        var body = (StreamingOutput) out -> representation.writer().write(computed, out);
        return headers(Response.ok(body, representation.type()), position, tag).build();
    }

    /** Responds to a POST with JSON, without an ETag. */
    public Response posted(Position position, Object computed) {
        return Response.ok((StreamingOutput) out -> DocumentJson.write(computed, out), MediaType.APPLICATION_JSON_TYPE)
                .header(DocumentEndpoint.POSITION, position.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static <T> Representation<T> negotiate(ComputedRequest request, List<Representation<T>> representations) {
        var types = representations.stream().map(Representation::type).toList();
        var preferred = ContentNegotiation.preferred(request.headers.getHeaderString(HttpHeaders.ACCEPT), types);
        return preferred == null ? representations.getFirst() : representations.get(types.indexOf(preferred));
    }

    private static Response.ResponseBuilder headers(Response.ResponseBuilder response, Position position, String tag) {
        return response.header(HttpHeaders.ETAG, tag)
                .header(DocumentEndpoint.POSITION, position.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    /** Returns the ETag: a hash of the query, the day, the position and the media type. */
    private static String tag(ComputedRequest request, Position position, LocalDate day, MediaType type) {
        var parameters = new TreeMap<>(request.uri.getQueryParameters());
        var all = List.of(request.uri.getPath(), parameters, day, position.toString(), type);
        return "\"" + Sha256.hex(Sha256.of(all.toString()), 12) + "\"";
    }

    private static boolean isKnown(ComputedRequest request, String tag) {
        var lines = request.headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH);
        return lines != null && IfNoneMatch.isMetBy(lines, tag);
    }
}
