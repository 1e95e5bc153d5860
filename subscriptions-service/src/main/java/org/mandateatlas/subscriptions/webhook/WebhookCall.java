package org.mandateatlas.subscriptions.webhook;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One call of a receiver, which ends at its deadline. */
final class WebhookCall {

    private static final int READ_BYTES = 4096;
    private static final int KEPT_CHARACTERS = 1000;

    private final Promise<Void> finished = Promise.promise();
    private @Nullable HttpClientRequest request;
    private @Nullable HttpClientResponse response;
    private Buffer body = Buffer.buffer();
    private boolean ended;
    private boolean over;

    /** Makes the call and waits for the result. */
    AttemptResult make(HttpClient client, RequestOptions options, Buffer content, long deadlineNanos, Clock clock)
            throws InterruptedException {
        long started = System.nanoTime();
        Future<Void> exchange = client.request(options)
                .compose(connected -> send(connected, content))
                .compose(this::receive);
        @Nullable String error = null;
        try {
            exchange.toCompletionStage()
                    .toCompletableFuture()
                    .get(Math.max(deadlineNanos - started, 1), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            error = "The receiver did not respond in time.";
        } catch (ExecutionException e) {
            error = reason(e.getCause());
        } finally {
            finish();
        }
        return reply(error, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started), clock);
    }

    private synchronized Future<HttpClientResponse> send(HttpClientRequest connected, Buffer content) {
        request = connected;
        if (over) {
            connected.reset();
            return Future.failedFuture("too late");
        }
        return connected.send(content);
    }

    private synchronized Future<Void> receive(HttpClientResponse received) {
        response = received;
        received.handler(this::take);
        received.endHandler(end -> end());
        received.exceptionHandler(failure -> finished.tryComplete());
        return finished.future();
    }

    private synchronized void take(Buffer chunk) {
        body.appendBuffer(chunk.slice(0, Math.min(chunk.length(), READ_BYTES - body.length())));
        if (body.length() >= READ_BYTES) {
            finished.tryComplete();
        }
    }

    private synchronized void end() {
        ended = true;
        finished.tryComplete();
    }

    /** A connection with an unfinished response cannot be reused. */
    private synchronized void finish() {
        over = true;
        if (request != null && !ended) {
            request.reset();
        }
    }

    private synchronized AttemptResult reply(@Nullable String error, long millis, Clock clock) {
        if (response == null) {
            return new AttemptResult(null, error, null, null, millis);
        }
        String text = clean(body.toString());
        return new AttemptResult(
                response.statusCode(),
                null,
                text.isBlank() ? null : text,
                RetryAfter.read(response.getHeader(HttpHeaderNames.RETRY_AFTER), clock),
                millis);
    }

    /** The message of a failure names addresses, so that it is not shown. */
    private static String reason(@Nullable Throwable failure) {
        return switch (failure) {
            case ConnectException _ -> "The receiver could not be connected to.";
            case SSLException _ -> "The TLS handshake with the receiver failed.";
            case null, default -> "The connection failed.";
        };
    }

    /** Removes characters that the database cannot store. */
    private static String clean(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
        return clean.codePointCount(0, clean.length()) > KEPT_CHARACTERS
                ? clean.substring(0, clean.offsetByCodePoints(0, KEPT_CHARACTERS))
                : clean;
    }
}
