package org.mandateatlas.registry.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.time.Times;
import org.mandateatlas.registry.Answer;
import org.mandateatlas.registry.BatchWriter;
import org.mandateatlas.registry.Change;
import org.mandateatlas.registry.DayViews;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentRepository;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.PositionRepository;
import org.mandateatlas.registry.ReferenceNameRepository;
import org.mandateatlas.registry.Registry;
import org.mandateatlas.registry.StoredDocument;
import org.mandateatlas.registry.WriteResult;

/** Reads and writes single documents. */
@ApplicationScoped
public class DocumentEndpoint {

    /** JSON merge patch (RFC 7396). */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    /** JSON-LD 1.1. */
    public static final String JSON_LD = "application/ld+json";

    /** The header with the log position; 404 and 410 responses carry it as well. */
    public static final String POSITION = "Atlas-Position";

    private static final String IMMUTABLE = "public, max-age=31536000, immutable";
    private static final String REVALIDATE = "no-cache";
    private static final String NEGOTIATED = "Accept, " + Memento.ACCEPT_DATETIME;

    private final Clock clock;
    private final DocumentRepository documents;
    private final PositionRepository positions;
    private final Registry registry;
    private final ReferenceNameRepository names;
    private final DayViews views;
    private final BatchWriter batches;
    private final ActorResolver actors;

    DocumentEndpoint(
            Clock clock,
            DocumentRepository documents,
            PositionRepository positions,
            Registry registry,
            ReferenceNameRepository names,
            DayViews views,
            BatchWriter batches,
            ActorResolver actors) {
        this.clock = clock;
        this.documents = documents;
        this.positions = positions;
        this.registry = registry;
        this.names = names;
        this.views = views;
        this.batches = batches;
        this.actors = actors;
    }

    /** Returns the document at the two times. */
    public Response get(DocumentType<?> type, String id, ReadRequest request) {
        var moment = request.acceptDatetime();
        if (moment != null) {
            return redirect(type, Parse.slug("id", id), moment, request);
        }
        var times = request.times(clock);
        var answer = documents.find(type, Parse.slug("id", id), times.knownAt());
        var stored = answer.found().orElseThrow(() -> missing(type, id, times.knownAt(), answer.position()));
        var iri = request.isLinked() ? LinkedDocument.of(type, id, request.uri) : null;
        return shown(type, answer.position(), stored, request, times, isFinal(times, answer.lastRecorded()), iri)
                .header(HttpHeaders.VARY, NEGOTIATED)
                .build();
    }

    /** Redirects to the version that was recorded at an instant; before the first version to the first (RFC 7089, 4.5.3). */
    private Response redirect(DocumentType<?> type, String id, Instant moment, ReadRequest request) {
        var then = documents.find(type, id, moment);
        var found = then.found();
        if (found.isEmpty()) {
            found = documents.version(type, id, 1).found();
        }
        var version = found.orElseThrow(() -> missing(type, id, null, then.position()))
                .version();
        return new Memento(type, id, request.uri).redirect(version, then.position());
    }

    /** Returns whether no revision, including those being committed, can still change the response. */
    private static boolean isFinal(Times times, Instant lastRecorded) {
        return times.validAt() != null
                && times.knownAt() != null
                && !times.knownAt().isAfter(lastRecorded);
    }

    /** Returns a version of the document. */
    public Response version(DocumentType<?> type, String id, String version, ReadRequest request) {
        var times = request.times(clock);
        var number = Parse.number("version", version, 1, 999_999_999);
        var answer = documents.version(type, Parse.slug("id", id), number);
        var stored = answer.found()
                .orElseThrow(() -> new ProblemException(
                                ProblemType.NOT_FOUND,
                                "No version " + number + " of the " + type.stream() + " '" + id + "' exists.")
                        .with(POSITION, answer.position()));
        if (times.knownAt() != null && stored.recordedAt().isAfter(times.knownAt())) {
            throw notKnownThen(type, id, answer.position());
        }
        var linked = request.isLinked() ? LinkedDocument.ofVersion(type, id, request.uri) : null;
        var response = shown(type, answer.position(), stored, request, times, times.validAt() != null, linked)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return new Memento(type, id, request.uri).mark(response, stored).build();
    }

    private Response.ResponseBuilder shown(
            DocumentType<?> type,
            String position,
            StoredDocument stored,
            ReadRequest request,
            Times times,
            boolean immutable,
            @Nullable LinkedDocument linked) {
        var validAt = times.validAt();
        if (stored.document() == null) {
            throw new ProblemException(
                            ProblemType.GONE,
                            "The " + type.stream() + " '" + stored.id() + "' was retracted at " + stored.recordedAt()
                                    + "; see its history.")
                    .with(POSITION, position);
        }
        if (validAt != null && !stored.validOn(validAt)) {
            throw new ProblemException(
                            ProblemType.NOT_VALID_THEN,
                            "The " + type.stream() + " '" + stored.id() + "' is not valid on " + validAt
                                    + ": it is valid from " + bound(stored.validFrom()) + " to "
                                    + bound(stored.validTo()) + ".")
                    .with(POSITION, position);
        }
        var view = DocumentRenderer.of(type, views, validAt, today(), request.fields);
        if (request.includesNames()) {
            return withNames(type, position, stored, view, request, times);
        }
        var tag = DocumentTag.of(stored, stored.status(view.day()), times, request.fields);
        if (linked != null) {
            tag = DocumentTag.linked(tag);
        }
        Response.ResponseBuilder response;
        if (request.unchanged(tag)) {
            response = Response.notModified();
        } else if (linked == null) {
            response = Response.ok(view.bytes(stored), MediaType.APPLICATION_JSON_TYPE);
        } else {
            response = Response.ok(linked.bytes(stored, view), LinkedDocument.TYPE);
        }
        return response.header(HttpHeaders.ETAG, tag)
                .header(POSITION, position)
                .header(HttpHeaders.CACHE_CONTROL, immutable ? IMMUTABLE : REVALIDATE);
    }

    /** The names are those of other documents, so that the entity tag is a digest of the content. */
    private Response.ResponseBuilder withNames(
            DocumentType<?> type,
            String position,
            StoredDocument stored,
            DocumentRenderer view,
            ReadRequest request,
            Times times) {
        var included = names.of(type, List.of(stored), times, position);
        var document =
                view.tree(stored).<ObjectNode>set(ReferenceNameRepository.FIELD, DocumentJson.node(included.names()));
        var content = DocumentJson.write(document);
        var tag = DocumentTag.ofContent(stored, content);
        var response =
                request.unchanged(tag) ? Response.notModified() : Response.ok(content, MediaType.APPLICATION_JSON_TYPE);
        return response.header(HttpHeaders.ETAG, tag)
                .header(POSITION, included.position())
                .header(HttpHeaders.CACHE_CONTROL, REVALIDATE);
    }

    private static String bound(LocalDate day) {
        return day.equals(LocalDate.MIN) || day.equals(LocalDate.MAX) ? "an unknown day" : day.toString();
    }

    /** Returns the changes of the document, oldest first. */
    public Response history(DocumentType<?> type, String id, @Nullable String knownAt) {
        var until = Parse.knownAt(knownAt, clock);
        Answer<List<Change>> answer = documents.history(
                type, Parse.slug("id", id), until == null ? Instant.parse("9999-12-31T00:00:00Z") : until);
        if (answer.found().isEmpty()) {
            throw missing(type, id, until, answer.position());
        }
        return Response.ok(DocumentJson.write(items(answer.found())), MediaType.APPLICATION_JSON_TYPE)
                .header(POSITION, answer.position())
                .header(HttpHeaders.CACHE_CONTROL, REVALIDATE)
                .build();
    }

    private static JsonNode items(List<Change> changes) {
        return DocumentJson.node(Map.of("items", changes));
    }

    /** Creates or replaces the document. */
    public Response put(DocumentType<?> type, String id, byte[] body, WriteRequest request) {
        var conditions = request.conditions();
        var metadata = request.metadata(actors);
        Parse.slug("id", id);
        return written(type, registry.put(type, id, DocumentJson.parse(body), conditions, metadata), request);
    }

    /** Applies a merge patch to the document. */
    public Response patch(DocumentType<?> type, String id, byte[] body, WriteRequest request) {
        var conditions = request.conditions();
        var metadata = request.metadata(actors);
        Parse.slug("id", id);
        return written(type, registry.patch(type, id, DocumentJson.parse(body), conditions, metadata), request);
    }

    /** Retracts the document. */
    public Response retract(DocumentType<?> type, String id, WriteRequest request) {
        var conditions = request.conditions();
        registry.retract(type, Parse.slug("id", id), conditions, request.metadata(actors));
        return Response.noContent().header(POSITION, positions.now()).build();
    }

    private Response written(DocumentType<?> type, WriteResult written, WriteRequest request) {
        var response = written.kind() == WriteResult.Kind.CREATED
                ? Response.created(request.uri.getRequestUri())
                : Response.ok();
        var view = DocumentRenderer.of(type, views, null, today(), List.of());
        var stored = written.stored();
        return response.entity(view.bytes(stored))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, DocumentTag.of(stored, stored.status(view.day())))
                .header(POSITION, written.position() == null ? positions.now() : written.position())
                .build();
    }

    /** Writes a document per line of the body, all or none. */
    public Response batch(DocumentType<?> type, byte[] body, ChangeRequest request) {
        var written = batches.write(type, BatchBody.lines(body), request.metadata(actors));
        var lines = new StringBuilder();
        written.results()
                .forEach(result -> lines.append(DocumentJson.write(DocumentJson.tree(result)))
                        .append('\n'));
        return Response.ok(lines.toString(), CollectionEndpoint.NDJSON)
                .header(POSITION, written.position() == null ? positions.now() : written.position())
                .build();
    }

    private ProblemException missing(DocumentType<?> type, String id, @Nullable Instant knownAt, String position) {
        if (knownAt != null && documents.find(type, id, null).found().isPresent()) {
            return notKnownThen(type, id, position);
        }
        return new ProblemException(ProblemType.NOT_FOUND, "No " + type.stream() + " '" + id + "' exists.")
                .with(POSITION, position);
    }

    private static ProblemException notKnownThen(DocumentType<?> type, String id, String position) {
        return new ProblemException(
                        ProblemType.NOT_KNOWN_THEN,
                        "The " + type.stream() + " '" + id + "' was not recorded at that time.")
                .with(POSITION, position);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
