package org.mandateatlas.gateway.problem;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of problem that an answer of the suite can be, the gateway's and the owners', each with its explanation. */
public enum ProblemType {
    BAD_REQUEST(
            400,
            "The request cannot be read",
            "The request is not what HTTP or this API allows, so nothing was looked up and nothing was changed.",
            "Read the detail, put the request right and send it again."),
    INVALID_PARAMETER(
            400,
            "A parameter is unknown, doubled or malformed",
            "A query or path parameter is not one that this endpoint knows, is given twice, or has a value of the wrong"
                    + " form. No parameter is ever ignored.",
            "The violations name each parameter. The API description lists what the endpoint takes."),
    INVALID_DOCUMENT(
            400,
            "The document in the body is malformed",
            "The body is not JSON, or not a document of this collection: a field is missing, unknown or of the wrong type.",
            "The violations point at each place with a JSON pointer."),
    UNAUTHORIZED(
            401,
            "A valid token is needed",
            "The request writes, or is about subscriptions, and carries no token, or it carries a token that is expired, not"
                    + " signed by the issuer that is trusted here, or malformed.",
            "Get a new token and send it as Authorization: Bearer. Other reads need none at all. On the local suite,"
                    + " ./atlas token prints one."),
    FORBIDDEN(
            403,
            "The token lacks the role that is needed",
            "The token is valid, but its groups do not include the role that this needs: curator for a write, curator or"
                    + " subscriber for subscriptions.",
            "Ask whoever runs this registry for the role."),
    NOT_FOUND(
            404,
            "There is no such thing",
            "No collection, document or page has this address, or ever had it.",
            "Start at /v1, which links to every collection; a collection's q parameter finds a document by its names."),
    NOT_KNOWN_THEN(
            404,
            "The registry did not know it then",
            "The document exists, but at the instant that knownAt gives the registry had not recorded it yet.",
            "Leave knownAt out, or look at the document's history for the instant of its first version."),
    NOT_VALID_THEN(
            404,
            "It did not exist on that day",
            "The document exists, but what it describes had not begun, or had ended, on the day that validAt gives.",
            "Leave validAt out: the document tells when it was valid."),
    METHOD_NOT_ALLOWED(
            405,
            "The method is not allowed here",
            "This address exists, but not for this method.",
            "The Allow header of the answer lists the methods that it takes."),
    NOT_ACCEPTABLE(
            406,
            "The answer cannot be given in that form",
            "None of the media types in the Accept header can be had here.",
            "The detail lists the forms. Without an Accept header you get the usual one."),
    CONFLICT(
            409,
            "Others still refer to it",
            "The document cannot be retracted while other documents refer to it.",
            "The violations list who refers. Change or retract those first."),
    GONE(
            410,
            "The document was retracted",
            "The document was in the registry and was retracted. Its history is kept.",
            "Read its history, or give a knownAt before the retraction to see what it said."),
    PRECONDITION_FAILED(
            412,
            "The document is not at the version that the condition names",
            "Somebody changed the document since you read it, or it exists already although the request says to create it.",
            "Read it again, apply your change to what you read, and send it with the new ETag in If-Match."),
    BODY_TOO_LARGE(
            413,
            "The body is too large",
            "A document of this registry is never that large, so the body was not read to its end.",
            "Send one document in a request, and put long texts where they can be cited."),
    ADDRESS_TOO_LONG(
            414,
            "The address is too long",
            "The address of the request, with its parameters, is longer than any that this API gives or needs.",
            "Ask for less at once: fewer values of a filter, or several requests."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The body is of a type that is not read here",
            "The Content-Type header names a media type that this endpoint does not read.",
            "Send application/json, and for a PATCH application/merge-patch+json."),
    RULE_VIOLATED(
            422,
            "The document breaks a rule of the registry",
            "The document is well formed, but what it says cannot enter the registry: a fact without a citation, an id that"
                    + " nothing has, periods that overlap.",
            "The violations point at each place and name the rule."),
    PRECONDITION_REQUIRED(
            428,
            "The write needs a condition",
            "A write says which version it was made for, so that nobody's change is lost without notice.",
            "Send If-None-Match: * to create, or If-Match with the ETag that you read to change."),
    TOO_MANY_REQUESTS(
            429,
            "Too many requests",
            "More requests came from you than one client may send.",
            "Wait as long as the Retry-After header says. To copy everything, read the snapshot, not page by page."),
    HEADERS_TOO_LARGE(
            431,
            "The headers are too large",
            "All headers of the request together are larger than a request to this API can need; often it is cookies, which"
                    + " nothing here reads.",
            "Send fewer or shorter headers."),
    READER_TOO_SLOW(
            408,
            "The reader took nothing for too long",
            "A live stream waits a while for a reader that takes nothing, so that it holds up nobody, and then ends.",
            "Connect again with the id of the last event in Last-Event-ID: nothing is lost. If it happens again, ask for less by"
                    + " filters, or read the changes as pages."),
    INTERNAL_ERROR(
            500,
            "The service failed",
            "The fault is ours, not in your request. It is in our log under the request id of the answer.",
            "Try again; if it stays, report it with the value of the X-Request-Id header."),
    OWNER_UNAVAILABLE(
            503,
            "The owner of the collection cannot be reached",
            "The gateway is up, but the service that owns this collection is not, or is starting.",
            "Try again after the seconds in the Retry-After header. /health shows which service it is."),
    SUBSCRIPTIONS_UNAVAILABLE(
            503,
            "Subscriptions cannot be reached",
            "The gateway is up, but the database that keeps subscriptions and deliveries is not, or is starting. Nothing is"
                    + " lost: what happens meanwhile is delivered when it is back.",
            "Try again after the seconds in the Retry-After header."),
    FEED_UNAVAILABLE(
            503,
            "The events cannot be had at the moment",
            "The gateway is starting and has not read all events yet, or Kafka cannot be reached.",
            "Try again from the same place; nothing is lost meanwhile."),
    TOO_MANY_STREAMS(
            503,
            "Too many live streams are open",
            "The gateway carries as many live streams as it can, and takes no further one at the moment.",
            "Try again after the seconds in the Retry-After header, or read the changes as pages."),
    OWNER_TIMEOUT(
            504,
            "The owner of the collection did not answer in time",
            "The service that owns this collection took the request and gave no answer within the time allowed.",
            "Try a read again, with a smaller limit if it is a large one. After a write, read the document first: the"
                    + " change may have been made."),
    PART_TOO_LARGE(
            413,
            "A part is too large to be given whole",
            "An answer that is composed of parts holds only so many documents of one collection, and this one has more.",
            "The detail gives the address at which all of them can be read, page by page.");

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

    /** Returns the type that best tells of a status. */
    public static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL_ERROR);
    }

    /** Returns the type that a reference identifies; where it identifies none, that which best tells of a status. */
    public static ProblemType ofReference(String reference, int status) {
        return Arrays.stream(values())
                .filter(type -> type.reference().equals(reference))
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

    /** Returns what has happened when an answer is of this type. */
    public String meaning() {
        return meaning;
    }

    /** Returns what the client can do. */
    public String remedy() {
        return remedy;
    }

    /** Returns the reference that identifies the type and resolves to its page. */
    public String reference() {
        return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
