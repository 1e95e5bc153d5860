package org.mandateatlas.replication.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.http.DocumentEndpoint;
import org.mandateatlas.registry.http.Representation;
import org.mandateatlas.replication.replica.Version;

/** Answers with what is computed from the logs at a pair of times, and says which point of the logs that was. */
@Singleton
public class ComputedEndpoint {

    /**
     * Returns the document that something is computed about.
     *
     * @param noun what it is called
     * @param known the last versions of all documents of its collection
     * @throws ProblemException 404 when there is none of that id, 410 when it was retracted
     */
    public <T> T about(String noun, String id, List<Version<T>> known, Position position) {
        var version = known.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> problem(
                        ProblemType.NOT_FOUND,
                        "There is no " + noun + " '" + id + "', or it was not known then.",
                        position));
        var content = version.content();
        if (content == null) {
            throw problem(
                    ProblemType.GONE,
                    "The " + noun + " '" + id + "' was retracted at " + version.recordedAt()
                            + "; its history says why.",
                    position);
        }
        return content;
    }

    private static ProblemException problem(ProblemType type, String detail, Position position) {
        return new ProblemException(type, detail).with(DocumentEndpoint.POSITION, position.toString());
    }

    /**
     * Answers in the form that the client likes best, or 304 when it has the answer.
     *
     * @param position the position that the response reflects
     * @param day the day that it is about
     * @param computation computes it
     * @param forms the forms that it can be given in, the usual one first
     */
    @SafeVarargs
    public final <T> Response answer(
            ComputedRequest request,
            Position position,
            LocalDate day,
            Supplier<T> computation,
            Representation<T>... forms) {
        var form = form(request, List.of(forms));
        var tag = tag(request, position, day, form.type());
        if (isKnown(request, tag)) {
            return headers(Response.notModified(), position, tag).build();
        }
        var computed = computation.get();
        var body = (StreamingOutput) out -> form.writer().write(computed, out);
        return headers(Response.ok(body, form.type()), position, tag).build();
    }

    /** Answers with JSON that depends on the body of the request, too, so that no tag names it. */
    public Response posted(Position position, Object computed) {
        return Response.ok((StreamingOutput) out -> DocumentJson.write(computed, out), MediaType.APPLICATION_JSON_TYPE)
                .header(DocumentEndpoint.POSITION, position.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static <T> Representation<T> form(ComputedRequest request, List<Representation<T>> forms) {
        for (var accepted : request.headers.getAcceptableMediaTypes()) {
            for (var form : forms) {
                if (accepted.isCompatible(form.type())) {
                    return form;
                }
            }
        }
        return forms.getFirst();
    }

    private static Response.ResponseBuilder headers(Response.ResponseBuilder response, Position position, String tag) {
        return response.header(HttpHeaders.ETAG, tag)
                .header(DocumentEndpoint.POSITION, position.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    /** All that an answer depends on: what is asked, the day, the point of the logs and the form. */
    private static String tag(ComputedRequest request, Position position, LocalDate day, MediaType form) {
        var asked = new TreeMap<>(request.uri.getQueryParameters());
        var all = List.of(request.uri.getPath(), asked, day, position.toString(), form);
        return "\"" + digest(all.toString()) + "\"";
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static boolean isKnown(ComputedRequest request, String tag) {
        var known = request.headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return known != null
                && Stream.of(known.split(",", -1))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
    }
}
