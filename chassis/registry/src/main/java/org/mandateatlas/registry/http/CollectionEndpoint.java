package org.mandateatlas.registry.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.ContentNegotiation;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.time.Times;
import org.mandateatlas.registry.DayViews;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentRepository;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.Page;
import org.mandateatlas.registry.Query;
import org.mandateatlas.registry.Query.Condition;
import org.mandateatlas.registry.Query.Filter;
import org.mandateatlas.registry.ReferenceNameRepository;
import org.mandateatlas.registry.ReferenceNameRepository.Included;

/** Lists a collection: pages of JSON, or the whole collection as NDJSON or CSV. */
@ApplicationScoped
public class CollectionEndpoint {

    /** One JSON document per line. */
    public static final String NDJSON = "application/x-ndjson";

    /** One document per row. */
    public static final String CSV = "text/csv";

    private static final List<MediaType> FORMS =
            List.of(MediaType.APPLICATION_JSON_TYPE, ContentNegotiation.NDJSON, ContentNegotiation.CSV);
    private static final int PAGE = 50;
    private static final int CHUNK = 500;

    private final Clock clock;
    private final DocumentRepository documents;

    private final ReferenceNameRepository names;
    private final DayViews views;

    CollectionEndpoint(Clock clock, DocumentRepository documents, ReferenceNameRepository names, DayViews views) {
        this.clock = clock;
        this.documents = documents;
        this.names = names;
        this.views = views;
    }

    /** Returns the documents that match the filters; a filter without values matches all. */
    public Response list(DocumentType<?> type, ListRequest request, List<? extends Condition> conditions) {
        var form = form(request);
        if (!form.equals(MediaType.APPLICATION_JSON_TYPE)) {
            requireJson("include", request.include);
            requireJson("withTotal", request.withTotal);
            return export(type, form, CsvDialect.GUARDED, request, conditions);
        }
        var query = query(type, request, conditions, PAGE);
        var view = DocumentRenderer.of(type, views, query.times().validAt(), query.day(), request.fields);
        var page = documents.page(type, query, knownAt(query));
        // after the page, so that the position of the page never exceeds that of the total
        var total = request.total() ? Long.valueOf(documents.count(type, query, knownAt(query))) : null;
        var next = page.next() == null ? null : next(type, request, page);
        var included = request.includesNames()
                ? names.of(type, page.items(), new Times(query.times().validAt(), knownAt(query)), page.position())
                : null;
        return response(included == null ? page.position() : included.position())
                .type(form)
                .entity(json(request, view, page, next, total, included))
                .build();
    }

    private static void requireJson(String parameter, @Nullable String value) {
        if (value != null) {
            throw ProblemException.parameter(parameter, "is only for JSON");
        }
    }

    /** Returns the documents that match the filters, one per line. */
    public Response exportNdjson(DocumentType<?> type, ExportRequest request, List<? extends Condition> conditions) {
        return export(type, ContentNegotiation.NDJSON, CsvDialect.GUARDED, request, conditions);
    }

    /** Returns the documents that match the filters, one per row. */
    public Response exportCsv(
            DocumentType<?> type, ExportRequest request, CsvRequest csv, List<? extends Condition> conditions) {
        return export(type, ContentNegotiation.CSV, csv.dialect(), request, conditions);
    }

    private Response export(
            DocumentType<?> type,
            MediaType form,
            CsvDialect dialect,
            CollectionRequest request,
            List<? extends Condition> conditions) {
        var query = query(type, request, conditions, CHUNK);
        var view = DocumentRenderer.of(type, views, query.times().validAt(), query.day(), request.fields);
        var page = documents.page(type, query, knownAt(query));
        var response = response(page.position());
        var all = request.limit() == null;
        if (!all && page.next() != null) {
            response.header(HttpHeaders.LINK, "<" + next(type, request, page) + ">; rel=\"next\"");
        }
        return response.type(form.withCharset("UTF-8"))
                .entity((StreamingOutput) out -> stream(type, query, page, all, rows(view, form, dialect, out)))
                .build();
    }

    private static Response.ResponseBuilder response(String position) {
        return Response.ok()
                .header(DocumentEndpoint.POSITION, position)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    private static MediaType form(ListRequest request) {
        var preferred = ContentNegotiation.preferred(request.headers.getHeaderString(HttpHeaders.ACCEPT), FORMS);
        return preferred == null ? FORMS.getFirst() : preferred;
    }

    private Query query(
            DocumentType<?> type, CollectionRequest request, List<? extends Condition> conditions, int otherwise) {
        var times = request.times(clock);
        if (request.q != null && request.q.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw ProblemException.parameter("q", "has neither a letter nor a digit");
        }
        var day = times.validAt() == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : times.validAt();
        var after = request.cursor == null ? null : ListCursor.read(request.cursor, question(type, request));
        var given = new ArrayList<Condition>(conditions);
        given.add(new Filter("source", Parse.slugs("source", request.source), null));
        given.removeIf(Condition::isEmpty);
        return new Query(
                times, List.copyOf(given), request.statuses(), day, request.q, request.limit(otherwise), after);
    }

    /** Returns the query without limit and cursor. */
    private static String question(DocumentType<?> type, CollectionRequest request) {
        var parameters = new TreeMap<>(request.uri.getQueryParameters());
        parameters.keySet().removeAll(List.of("cursor", "limit", "fields", "withTotal"));
        return type.collection() + parameters;
    }

    private static @Nullable Instant knownAt(Query query) {
        return query.after() == null ? query.times().knownAt() : query.after().knownAt();
    }

    private static String next(DocumentType<?> type, CollectionRequest request, Page page) {
        return request.uri
                .getRequestUriBuilder()
                .replaceQueryParam(
                        "cursor",
                        ListCursor.write(java.util.Objects.requireNonNull(page.next()), question(type, request)))
                .build()
                .toString();
    }

    private static byte[] json(
            ListRequest request,
            DocumentRenderer view,
            Page page,
            @Nullable String next,
            @Nullable Long total,
            @Nullable Included included) {
        var text = new StringBuilder("{\"self\":")
                .append(DocumentJson.quoted(request.uri.getRequestUri().toString()))
                .append(",\"next\":")
                .append(next == null ? "null" : DocumentJson.quoted(next))
                .append(",\"total\":")
                .append(total)
                .append(",\"items\":[");
        var separator = "";
        for (var stored : page.items()) {
            view.append(stored, text.append(separator));
            separator = ",";
        }
        text.append(']');
        if (included != null) {
            text.append(",\"")
                    .append(ReferenceNameRepository.FIELD)
                    .append("\":")
                    .append(DocumentJson.write(DocumentJson.node(included.names())));
        }
        return DocumentRenderer.bytes(text.append('}'));
    }

    private static Rows rows(DocumentRenderer view, MediaType form, CsvDialect dialect, OutputStream out) {
        return form.getSubtype().equals("csv") ? Rows.csv(view, dialect, out) : Rows.ndjson(view, out);
    }

    private void stream(DocumentType<?> type, Query query, Page first, boolean all, Rows rows) {
        var page = first;
        while (true) {
            rows.write(page.items());
            var next = page.next();
            if (!all || next == null) {
                rows.end();
                return;
            }
            var further =
                    new Query(query.times(), query.conditions(), query.statuses(), query.day(), query.q(), CHUNK, next);
            page = documents.page(type, further, next.knownAt());
        }
    }
}
