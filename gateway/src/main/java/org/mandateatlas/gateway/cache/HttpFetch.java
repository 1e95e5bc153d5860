package org.mandateatlas.gateway.cache;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.util.Objects;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.StreamPositions;
import org.mandateatlas.gateway.cache.Outcome.Own;
import org.mandateatlas.gateway.cache.Outcome.Shared;
import org.mandateatlas.gateway.http.Compression;
import org.mandateatlas.gateway.http.EntryHandler;

/**
 * Fetches a response from an upstream over HTTP. It is read at the upstream's speed, however slow any client is, and never holds more
 * than one response that can be cached.
 */
public interface HttpFetch extends OriginFetch {

    /** Returns what the response depends on. */
    Dependencies dependencies();

    /** Sends the request. */
    Future<HttpClientResponse> send();

    @Override
    default Future<Outcome> fetch(StreamPositions positions, long largest) {
        PositionSnapshot before = PositionSnapshot.now(positions);
        return Future.succeededFuture(this).compose(HttpFetch::send).compose(response -> {
            DependencyVersions versions =
                    CachePolicy.versions(response.statusCode(), response.headers(), before, dependencies());
            if (versions == null || isAnnouncedAsTooLarge(response, largest)) {
                response.pause();
                return Future.succeededFuture(new Own(response, Buffer.buffer()));
            }
            nameDependencies(response.headers(), dependencies());
            return collect(response, versions, largest);
        });
    }

    /** A cached response says nothing about streams that do not change it, which go on meanwhile. */
    private static void nameDependencies(MultiMap headers, Dependencies dependencies) {
        if (!dependencies.streams().isEmpty()) {
            headers.set(
                    Position.HEADER,
                    Position.parse(Objects.requireNonNull(headers.get(Position.HEADER)))
                            .only(dependencies.streams())
                            .toString());
        }
    }

    private static boolean isAnnouncedAsTooLarge(HttpClientResponse response, long largest) {
        String length = response.headers().get(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > largest;
    }

    private static Future<Outcome> collect(HttpClientResponse response, DependencyVersions versions, long largest) {
        Promise<Outcome> collected = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(chunk -> {
            body.appendBuffer(chunk);
            if (body.length() > largest) {
                response.pause().handler(null).endHandler(null).exceptionHandler(null);
                collected.complete(new Own(response, body));
            }
        });
        response.endHandler(whole -> collected.complete(new Shared(entry(response, body, versions), CacheStatus.MISS)));
        response.exceptionHandler(collected::tryFail);
        return collected.future();
    }

    /** The server that sends the response frames and compresses it itself. */
    private static CacheEntry entry(HttpClientResponse response, Buffer body, DependencyVersions versions) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(response.headers());
        headers.remove(HttpHeaders.CONTENT_LENGTH).remove(HttpHeaders.CONTENT_ENCODING);
        EntryHandler.unmark(headers);
        Compression.allow(headers);
        return new CacheEntry(headers, Buffer.buffer(body.getBytes()), versions);
    }
}
