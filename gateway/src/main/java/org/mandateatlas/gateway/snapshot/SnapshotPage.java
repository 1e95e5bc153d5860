package org.mandateatlas.gateway.snapshot;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;

/**
 * A page of a collection as NDJSON. All pages of a collection reflect the state of the first, whose position is exact
 * for its stream.
 *
 * @param lines the documents
 * @param next path and query of the next page; null when this is the last
 * @param position the log position of the page
 */
record SnapshotPage(Buffer lines, @Nullable String next, Position position) {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"?next\"?");

    static SnapshotPage of(HttpClientResponse response, Buffer body) {
        String position = response.getHeader(Position.HEADER);
        return new SnapshotPage(
                body, next(response.getHeader("Link")), position == null ? Position.START : Position.parse(position));
    }

    private static @Nullable String next(@Nullable String link) {
        var matcher = NEXT.matcher(link == null ? "" : link);
        if (!matcher.find()) {
            return null;
        }
        URI uri = URI.create(matcher.group(1));
        return uri.getRawPath() + '?' + uri.getRawQuery();
    }
}
