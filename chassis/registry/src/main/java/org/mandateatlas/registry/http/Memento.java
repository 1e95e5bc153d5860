package org.mandateatlas.registry.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.StoredDocument;

/**
 * Access to versions by datetime (Memento, RFC 7089). The URL of a document is its own TimeGate; versions are the mementos.
 *
 * @param type the kind of document
 * @param id its id
 * @param uri the request
 */
record Memento(DocumentType<?> type, String id, UriInfo uri) {

    /** The request header with the datetime. */
    static final String ACCEPT_DATETIME = "Accept-Datetime";

    private static final String MEMENTO_DATETIME = "Memento-Datetime";
    private static final int FOUND = 302;
    private static final long LAST_OF_SECOND = 999_999_999;

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    /**
     * Parses a datetime. It has no fractions of a second, so that it includes what was recorded in its second.
     *
     * @throws ProblemException (400) if it is not a date in the format of RFC 1123
     */
    static Instant parse(String text) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME
                    .parse(text, Instant::from)
                    .plusNanos(LAST_OF_SECOND);
        } catch (DateTimeException e) {
            throw ProblemException.header(
                    ACCEPT_DATETIME, "is not a date such as Thu, 26 Nov 2026 12:00:00 GMT (RFC 1123)");
        }
    }

    /** Redirects to a version. */
    Response redirect(int version, String position) {
        return Response.status(FOUND)
                .location(uri.getBaseUri().resolve(path() + "/versions/" + version + query()))
                .header(HttpHeaders.VARY, ACCEPT_DATETIME)
                .header(HttpHeaders.LINK, links())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(DocumentEndpoint.POSITION, position)
                .build();
    }

    /** Marks the response with a version. */
    Response.ResponseBuilder mark(Response.ResponseBuilder response, StoredDocument stored) {
        return response.header(
                        MEMENTO_DATETIME, HTTP_DATE.format(stored.recordedAt().atOffset(ZoneOffset.UTC)))
                .header(HttpHeaders.LINK, links());
    }

    private String links() {
        return "<" + path() + query() + ">; rel=\"original timegate\", </timemap/" + type.collection() + "/" + id
                + ">; rel=\"timemap\"; type=\"application/link-format\"";
    }

    private String path() {
        return "/v1/" + type.collection() + "/" + id;
    }

    private String query() {
        var query = uri.getRequestUri().getRawQuery();
        return query == null ? "" : "?" + query;
    }
}
