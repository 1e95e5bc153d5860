package org.mandateatlas.functions.coverage;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.chassis.http.DocumentAnswers;
import org.mandateatlas.chassis.registry.DocumentJson;
import org.mandateatlas.functions.ledger.Known;
import org.mandateatlas.functions.ledger.Ledger;

/** Answers with what is computed from the logs at a pair of times, and says which point of the logs that was. */
@Singleton
public class ComputedAnswers {

    private static final MediaType CSV = new MediaType("text", "csv", "UTF-8");

    private final Clock clock;
    private final Ledger ledger;

    ComputedAnswers(Clock clock, Ledger ledger) {
        this.clock = clock;
        this.ledger = ledger;
    }

    /** Returns what the request asks about; the day is today where the request names none. */
    public Moment moment(ComputedRequest request) {
        return new Moment(known(request, request.knownAt(clock)), request.day(clock));
    }

    /** Returns what was known at an instant, up to the point of the logs that the request names. */
    public Known known(ComputedRequest request, @Nullable Instant knownAt) {
        return ledger.at(ledger.readOnTo(request.point()), knownAt);
    }

    /** Answers with JSON, or 304 when the client has it. */
    public Response json(ComputedRequest request, Moment moment, Function<Moment, ?> computation) {
        return answer(request, moment, computation, null);
    }

    /** Answers with JSON that depends on the body of the request, too, so that no tag names it. */
    public Response posted(Moment moment, Object computed) {
        return Response.ok((StreamingOutput) out -> DocumentJson.write(computed, out), MediaType.APPLICATION_JSON_TYPE)
                .header(DocumentAnswers.POSITION, moment.known().position())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Answers with JSON or CSV, as the client likes; or 304 when it has it. */
    <T> Response jsonOrCsv(
            ComputedRequest request, Moment moment, Function<Moment, T> computation, Function<T, Table> table) {
        return answer(request, moment, computation, table);
    }

    private <T> Response answer(
            ComputedRequest request,
            Moment moment,
            Function<Moment, T> computation,
            @Nullable Function<T, Table> table) {
        var csv = table != null && wantsCsv(request);
        var tag = tag(request, moment, csv);
        if (isKnown(request, tag)) {
            return headers(Response.notModified(), moment, tag).build();
        }
        var computed = computation.apply(moment);
        var body = csv && table != null
                ? (StreamingOutput) out -> table.apply(computed).write(out)
                : (StreamingOutput) out -> DocumentJson.write(computed, out);
        return headers(Response.ok(body, csv ? CSV : MediaType.APPLICATION_JSON_TYPE), moment, tag)
                .build();
    }

    private static Response.ResponseBuilder headers(Response.ResponseBuilder response, Moment moment, String tag) {
        return response.header(HttpHeaders.ETAG, tag)
                .header(DocumentAnswers.POSITION, moment.known().position())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    private static boolean wantsCsv(ComputedRequest request) {
        for (var accepted : request.headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (accepted.isCompatible(CSV)) {
                return true;
            }
        }
        return false;
    }

    /** All that an answer depends on: what is asked, the day, and the point of the logs. */
    private static String tag(ComputedRequest request, Moment moment, boolean csv) {
        var asked = new TreeMap<>(request.uri.getQueryParameters());
        return "\""
                + digest(List.of(
                                request.uri.getPath(),
                                asked,
                                moment.day(),
                                moment.known().position(),
                                csv)
                        .toString())
                + "\"";
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
