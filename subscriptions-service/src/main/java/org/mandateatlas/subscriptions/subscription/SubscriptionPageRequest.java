package org.mandateatlas.subscriptions.subscription;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Cursor;
import org.mandateatlas.base.http.Parse;

/** The parameters of a page. Rows are numbered and a page continues after the last number, so pages never shift. */
public class SubscriptionPageRequest {

    private static final String LIMIT = "limit";

    @RestQuery
    @Parameter(
            description = "Maximum number of items.",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            format = "int32",
                            minimum = "1",
                            maximum = "500",
                            defaultValue = "50"))
    @Nullable String limit;

    @RestQuery
    @Parameter(
            description = "Opaque cursor from the previous page's `next`.",
            schema = @Schema(type = SchemaType.STRING),
            example = "NDJ8S2pQcUx3c1ZfYTA")
    @Nullable String cursor;

    @Context
    UriInfo uri;

    @SuppressWarnings("NullAway") // Quarkus REST fills the fields
    SubscriptionPageRequest() {}

    /** Returns the maximum number of items. */
    public int limit() {
        return limit == null ? 50 : Parse.number(LIMIT, limit, 1, 500);
    }

    /** Returns the number of the last row of the previous page; the given value on the first page. */
    public long last(long first) {
        if (cursor == null) {
            return first;
        }
        try {
            return Long.parseLong(Cursor.decode(query(), cursor).getFirst());
        } catch (NumberFormatException e) {
            throw Cursor.invalid();
        }
    }

    /** Returns the rows of this page, given at most one more than the limit. */
    public <T> List<T> shown(List<T> rows) {
        return rows.subList(0, Math.min(rows.size(), limit()));
    }

    /** Returns the URL of this page. */
    public String self() {
        return uri.getRequestUri().toString();
    }

    /** Returns the URL of the next page, given at most one row more than the limit; null on the last page. */
    public <T> @Nullable String next(List<T> rows, ToLongFunction<T> number) {
        if (rows.size() <= limit()) {
            return null;
        }
        var last = Long.toString(number.applyAsLong(shown(rows).getLast()));
        return uri.getRequestUriBuilder()
                .replaceQueryParam(Cursor.PARAMETER, Cursor.encode(query(), List.of(last)))
                .build()
                .toString();
    }

    /** The list that a cursor belongs to. */
    private String query() {
        var filters = new TreeMap<>(uri.getQueryParameters());
        filters.keySet().removeAll(List.of(LIMIT, Cursor.PARAMETER));
        return uri.getPath() + filters;
    }
}
