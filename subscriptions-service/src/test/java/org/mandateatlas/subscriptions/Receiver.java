package org.mandateatlas.subscriptions;

import static org.junit.jupiter.api.Assertions.fail;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.feed.Feed;

/** A real HTTP server that receives webhooks, answers as it is told, and remembers what it took. */
public final class Receiver implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpServer server;
    private final List<Received> all = new CopyOnWriteArrayList<>();
    private final List<Received> taken = new CopyOnWriteArrayList<>();
    private final Map<String, String> headers = new HashMap<>();
    private volatile ToIntFunction<Received> answer = received -> 200;
    private volatile String text = "";
    private volatile boolean neverEnding;

    private Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hook", this::handle);
        server.start();
    }

    /** Starts one that takes everything. */
    public static Receiver start() {
        try {
            return new Receiver();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where it is. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** Sets the response status. */
    public Receiver answer(ToIntFunction<Received> status) {
        this.answer = status;
        return this;
    }

    /** Sets a response header. */
    public Receiver with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Sets the response body. */
    public Receiver saying(String words) {
        this.text = words;
        return this;
    }

    /** Makes its responses endless. */
    public Receiver neverEnding() {
        this.neverEnding = true;
        return this;
    }

    /** Returns what came, taken or not. */
    public List<Received> all() {
        return all;
    }

    /** Returns the ids of the events that were taken, in order. */
    public List<String> taken() {
        return taken.stream().map(received -> received.header("webhook-id")).toList();
    }

    /** Waits until so many events were taken. */
    public Receiver awaitTaken(int count) {
        await(() -> taken.size() >= count, () -> "only " + taken() + " of " + count + " were taken");
        return this;
    }

    /** Waits until so many came, taken or not. */
    public Receiver awaitAll(int count) {
        await(() -> all.size() >= count, () -> "only " + all.size() + " of " + count + " came");
        return this;
    }

    /** Waits until something holds. */
    public static void await(BooleanSupplier holds, java.util.function.Supplier<String> otherwise) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                fail(otherwise.get());
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits until the service has read all events. */
    public static void awaitReady(Feed feed) {
        await(
                () -> {
                    try {
                        return !feed.head().sequences().isEmpty();
                    } catch (ProblemException e) {
                        return false;
                    }
                },
                () -> "The service is not ready");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var received = new Received(
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                exchange.getRemoteAddress());
        all.add(received);
        int status = answer.applyAsInt(received);
        if (status >= 200 && status < 300) {
            taken.add(received);
        }
        headers.forEach(exchange.getResponseHeaders()::set);
        if (status == 302) {
            exchange.getResponseHeaders().set("Location", url());
        }
        byte[] said = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, neverEnding ? 0 : said.length == 0 ? -1 : said.length);
        if (neverEnding) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            return;
        }
        try (exchange) {
            if (said.length > 0) {
                exchange.getResponseBody().write(said);
            }
        }
    }

    /**
     * What came.
     *
     * @param uri path and query
     * @param headers the headers
     * @param body the body
     * @param from the other end of the connection
     */
    public record Received(String uri, Headers headers, String body, InetSocketAddress from) {

        /** Returns a header. */
        public String header(String name) {
            return Objects.requireNonNullElse(headers.getFirst(name), "");
        }

        /** Verifies the signature with the library that receivers use. */
        public void verify(String secret) throws WebhookVerificationException {
            var lowerCase = new HashMap<String, List<String>>();
            headers.forEach((name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), values));
            try {
                new Webhook(secret).verify(body, lowerCase);
            } catch (EmptyWebhookSecretException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }
}
