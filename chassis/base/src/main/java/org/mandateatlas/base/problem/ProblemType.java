package org.mandateatlas.base.problem;

import java.util.Arrays;
import java.util.Locale;

/** The problem types of the API, each with the explanation that its page at {@code /problems/<name>} shows. */
public enum ProblemType {
    BAD_REQUEST(
            400,
            "Malformed request",
            "The request is not valid HTTP, or a header has an invalid value. Nothing was read or changed.",
            "Correct the request as the detail says and send it again."),
    INVALID_PARAMETER(
            400,
            "Invalid parameter",
            "A query or path parameter is unknown, repeated although it takes one value, empty or malformed. Unknown parameters"
                    + " are never ignored.",
            "Correct the parameters that the violations name. The API description lists the parameters of each endpoint."),
    INVALID_DOCUMENT(
            400,
            "Invalid document",
            "The body is not JSON, or it does not match the schema: a field is missing, unknown or of the wrong type.",
            "Correct the places that the violations point to with JSON pointers."),
    UNAUTHORIZED(
            401,
            "Authentication required",
            "The request needs a bearer token and has none, or its token is expired, malformed or not from the trusted issuer.",
            "Send a valid token as Authorization: Bearer <token>. Reads need no token, except those of subscriptions. On a local"
                    + " suite, ./atlas token prints one."),
    FORBIDDEN(
            403,
            "Insufficient role",
            "The token is valid, but its groups do not include the required role: curator for writes, curator or subscriber for"
                    + " subscriptions.",
            "Ask the operator of this registry for the role."),
    NOT_FOUND(
            404,
            "Not found",
            "No collection, document or page exists at this URL.",
            "Start at /v1, which links to every collection. The q parameter of a collection finds documents by name."),
    NOT_KNOWN_THEN(
            404,
            "Not yet recorded",
            "The document exists, but was not recorded yet at knownAt.",
            "Omit knownAt, or use a later instant. The document's history shows when it was first recorded."),
    NOT_VALID_THEN(
            404,
            "Not valid on this date",
            "The document exists, but the date given in validAt is outside its validity.",
            "Omit validAt to read the document with its validity."),
    METHOD_NOT_ALLOWED(
            405,
            "Method not allowed",
            "The URL exists, but it does not support this method.",
            "Use one of the methods in the Allow header of the response."),
    READER_TOO_SLOW(
            408,
            "Slow reader disconnected",
            "The client did not read from its live stream for too long, so the stream was closed.",
            "Reconnect with the id of the last event in Last-Event-ID; no event is lost. If it happens again, use filters, or read"
                    + " the changes as pages."),
    BODY_TOO_SLOW(
            408,
            "Body too slow",
            "The body of the request did not arrive in time. Nothing was changed.",
            "Send the request again over a faster connection, or split a large batch."),
    NOT_ACCEPTABLE(
            406,
            "Not acceptable",
            "The endpoint supports none of the media types in the Accept header.",
            "Use one of the media types that the API description lists, or omit Accept to get the default."),
    CONFLICT(
            409,
            "Referenced by other documents",
            "The document cannot be retracted while other documents refer to it.",
            "Change or retract the documents that the violations list first."),
    GONE(
            410,
            "Retracted",
            "The document was retracted. Its history is still available.",
            "Read its history, or set knownAt to an instant before the retraction."),
    PRECONDITION_FAILED(
            412,
            "Precondition failed",
            "The document has changed since the version in If-Match, or it already exists although If-None-Match: * was sent.",
            "Read the document again, reapply the change and send it with the new ETag in If-Match."),
    BODY_TOO_LARGE(
            413,
            "Body too large",
            "The body exceeds the size limit and was not read.",
            "Send one document per request, and cite long texts instead of including them. Split a large batch."),
    ADDRESS_TOO_LONG(
            414,
            "URL too long",
            "The URL with its query parameters exceeds the length limit.",
            "Use fewer filter values, or several requests."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "Unsupported media type",
            "The endpoint does not support the media type in the Content-Type header.",
            "Send application/json, or application/merge-patch+json with PATCH."),
    RULE_VIOLATED(
            422,
            "Rule violated",
            "The document matches the schema but violates a rule of the registry, for example: a fact has no citation, a"
                    + " referenced document does not exist, or periods overlap.",
            "Correct the places that the violations point to."),
    BATCH_REJECTED(
            422,
            "Batch rejected",
            "At least one line of the batch cannot be written, so nothing was written. Each violation names its line and the place"
                    + " in its document.",
            "Correct the lines that the violations name and send the whole batch again: documents that are already stored are"
                    + " unchanged."),
    PRECONDITION_REQUIRED(
            428,
            "Precondition required",
            "Writes must be conditional, so that no concurrent change is overwritten.",
            "Send If-None-Match: * to create a document, or If-Match with its ETag to change it."),
    TOO_MANY_REQUESTS(
            429,
            "Too many requests",
            "The client exceeded its request limit.",
            "Retry after the number of seconds in Retry-After. To copy all data, use the snapshot instead of reading page by page."),
    HEADERS_TOO_LARGE(
            431,
            "Headers too large",
            "The request headers together exceed the size limit, often because of cookies, which this API does not use.",
            "Send fewer or shorter headers."),
    INTERNAL_ERROR(
            500,
            "Internal error",
            "The server failed to process the request. The failure is logged with the request id of the response.",
            "Retry. If the error persists, report it with the value of the X-Request-Id header."),
    SERVICE_UNAVAILABLE(
            503,
            "Service unavailable",
            "The service of this collection is down or starting.",
            "Retry after the number of seconds in Retry-After. /health shows the state of each service."),
    FEED_UNAVAILABLE(
            503,
            "Events unavailable",
            "The gateway is still reading the events, or Kafka is unreachable.",
            "Retry from the same position; no event is lost."),
    TOO_MANY_STREAMS(
            503,
            "Too many live streams",
            "The gateway has reached its limit of open live streams.",
            "Retry after the number of seconds in Retry-After, or read the changes as pages."),
    SERVICE_TIMEOUT(
            504,
            "Service timed out",
            "The service of this collection did not respond in time.",
            "Retry a read, with a smaller limit if it is a large one. After a write, read the document first: the write may have"
                    + " succeeded.");

    /** The path below which the explanations are. */
    public static final String PATH = "/problems/";

    private final int status;
    private final String title;
    private final String meaning;
    private final String remedy;

    ProblemType(int status, String title, String meaning, String remedy) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** Returns the most general type with the status; for other statuses a malformed request or an internal error. */
    public static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL_ERROR);
    }

    /** Returns the type with the absolute or relative reference, or the most general type with the status. */
    public static ProblemType ofReference(String reference, int status) {
        var path = reference.substring(Math.max(0, reference.lastIndexOf(PATH)));
        return Arrays.stream(values())
                .filter(type -> type.reference().equals(path))
                .findFirst()
                .orElseGet(() -> ofStatus(status));
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the short title. */
    public String title() {
        return title;
    }

    /** Returns what happened. */
    public String meaning() {
        return meaning;
    }

    /** Returns what the client can do. */
    public String remedy() {
        return remedy;
    }

    /** Returns the URI reference that identifies the type and resolves to its page. */
    public String reference() {
        return PATH + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
