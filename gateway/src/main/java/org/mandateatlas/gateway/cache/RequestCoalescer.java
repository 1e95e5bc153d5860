package org.mandateatlas.gateway.cache;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import org.mandateatlas.feed.StreamPositions;
import org.mandateatlas.gateway.cache.Outcome.Own;
import org.mandateatlas.gateway.cache.Outcome.Shared;
import org.mandateatlas.gateway.edge.Compression;

/**
 * One read of an owner, for all who ask the same meanwhile. It goes on at the owner's speed, whoever of them is slow or goes away, and
 * holds no more than one answer that can be kept.
 */
final class RequestCoalescer {

    private final Promise<Outcome> outcome = Promise.promise();

    Future<Outcome> outcome() {
        return outcome.future();
    }

    void end(Future<Outcome> reached) {
        reached.onComplete(outcome);
    }

    /**
     * Reads a whole answer, if it can be kept.
     *
     * @param largest the most bytes of a body that is kept
     */
    static Future<Outcome> begin(OriginFetch asking, StreamPositions heads, long largest) {
        PositionSnapshot outset = PositionSnapshot.now(heads);
        return Future.succeededFuture(asking).compose(OriginFetch::ask).compose(response -> {
            DependencyVersions grounds =
                    CachePolicy.grounds(response.statusCode(), response.headers(), outset, asking.basis());
            if (grounds == null || isAnnouncedAsTooLarge(response, largest)) {
                response.pause();
                return Future.succeededFuture(new Own(response, Buffer.buffer()));
            }
            return collect(response, grounds, largest);
        });
    }

    private static boolean isAnnouncedAsTooLarge(HttpClientResponse response, long largest) {
        String length = response.headers().get(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > largest;
    }

    private static Future<Outcome> collect(HttpClientResponse response, DependencyVersions grounds, long largest) {
        Promise<Outcome> collected = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(chunk -> {
            body.appendBuffer(chunk);
            if (body.length() > largest) {
                response.pause().handler(null).endHandler(null).exceptionHandler(null);
                collected.complete(new Own(response, body));
            }
        });
        response.endHandler(whole -> collected.complete(new Shared(keep(response, body, grounds), CacheStatus.MISS)));
        response.exceptionHandler(collected::tryFail);
        return collected.future();
    }

    /** The server that gives the answer says for itself how it frames it, and compresses it. */
    private static CacheEntry keep(HttpClientResponse response, Buffer body, DependencyVersions grounds) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(response.headers());
        headers.remove(HttpHeaders.CONTENT_LENGTH).remove(HttpHeaders.CONTENT_ENCODING);
        Compression.allow(headers);
        return new CacheEntry(headers, Buffer.buffer(body.getBytes()), grounds);
    }
}
