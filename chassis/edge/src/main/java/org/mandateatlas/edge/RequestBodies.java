package org.mandateatlas.edge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.base.problem.ProblemType;

/**
 * Receives the bodies of requests as a whole, within limits of size, time, memory and number per client. A slow client therefore
 * occupies nothing but its own connection.
 */
@Singleton
public class RequestBodies {

    private final BodiesConfig config;
    private final ClientConcurrency receiving;
    private final AtomicLong memory = new AtomicLong();

    RequestBodies(BodiesConfig config, MeterRegistry meters) {
        this.config = config;
        this.receiving = new ClientConcurrency(config.perClient());
        Gauge.builder("atlas.bodies.memory", memory, AtomicLong::doubleValue)
                .description("Memory of the bodies of requests in progress")
                .baseUnit(BaseUnits.BYTES)
                .register(meters);
    }

    /**
     * Receives the body of a request.
     *
     * @param client the key of the client
     * @param largest the maximum size in bytes
     * @return fails with a {@link ProblemException} if a limit is exceeded
     */
    public Future<Buffer> receive(RoutingContext context, String client, int largest) {
        if (!receiving.begin(client)) {
            context.request().resume();
            return Future.failedFuture(later(
                    ProblemType.TOO_MANY_REQUESTS,
                    "A client may send " + config.perClient() + " bodies at the same time."));
        }
        var reception = new Reception(context, largest);
        reception.begin();
        return reception.body.future().onComplete(ended -> receiving.end(client));
    }

    /** Rejects a request whose body was not received. A body that breaks off, or is not HTTP, has ended the connection already. */
    public static void refuse(RoutingContext context, Throwable failure) {
        if (failure instanceof ProblemException problem) {
            ProblemResponse.send(context, problem);
        }
    }

    private static ProblemException later(ProblemType type, String detail) {
        return new ProblemException(type, detail).with(HttpHeaders.RETRY_AFTER.toString(), "1");
    }

    /** One body until it is complete, or a limit is exceeded. */
    private final class Reception {

        private final RoutingContext context;
        private final HttpServerRequest request;
        private final int largest;
        private final Promise<Buffer> body = Promise.promise();
        private final Buffer received = Buffer.buffer();

        Reception(RoutingContext context, int largest) {
            this.context = context;
            this.request = context.request();
            this.largest = largest;
        }

        void begin() {
            long timer = context.vertx().setTimer(config.timeout().toMillis(), late -> timeOut());
            body.future().onComplete(ended -> context.vertx().cancelTimer(timer));
            context.addEndHandler(end -> memory.addAndGet(-received.length()));
            if (request.isEnded()) {
                body.complete(received);
                return;
            }
            request.handler(this::add);
            request.endHandler(end -> body.tryComplete(received));
            request.exceptionHandler(body::tryFail);
            if (request.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
                context.response().writeContinue();
            }
            request.resume();
        }

        private void add(Buffer chunk) {
            if (body.future().isComplete()) {
                return;
            }
            if (received.length() + chunk.length() > largest) {
                body.tryFail(
                        new ProblemException(ProblemType.BODY_TOO_LARGE, "A body has at most " + largest + " bytes."));
            } else if (memory.addAndGet(chunk.length()) > config.memory().asLongValue()) {
                memory.addAndGet(-chunk.length());
                body.tryFail(later(ProblemType.SERVICE_UNAVAILABLE, "Too many bodies are received at the same time."));
            } else {
                received.appendBuffer(chunk);
            }
        }

        private void timeOut() {
            if (request.version() != HttpVersion.HTTP_2) {
                context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                context.addEndHandler(end -> request.connection().close());
            }
            body.tryFail(new ProblemException(
                    ProblemType.BODY_TOO_SLOW,
                    "The body did not arrive within " + config.timeout().toSeconds() + " s."));
        }
    }
}
