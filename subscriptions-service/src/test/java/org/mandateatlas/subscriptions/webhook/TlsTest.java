package org.mandateatlas.subscriptions.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    private static final String PASSWORD = "changeit";
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger received = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeEach
    void aReceiverThatIsLocalhost() throws IOException, InterruptedException, ExecutionException {
        Path store = folder.resolve("receiver.p12");
        int made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "receiver",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=receiver",
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start()
                .waitFor();
        assertEquals(0, made);
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(
                                new PfxOptions().setPath(store.toString()).setPassword(PASSWORD)))
                .requestHandler(request -> {
                    received.incrementAndGet();
                    request.response().end();
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        System.setProperty(TRUST_STORE, store.toString());
        System.setProperty(TRUST_STORE + "Password", PASSWORD);
    }

    @AfterEach
    void close() {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE + "Password");
        vertx.close();
    }

    @Test
    void aReceiverProvesToBeTheHostThatTheUrlNames() throws InterruptedException {
        AttemptResult reply = send("https://localhost:" + server.actualPort() + "/hook");
        assertNull(reply.error());
        assertTrue(reply.isDelivered());
    }

    @Test
    void aReceiverThatIsSomebodyElseIsSentNothing() throws InterruptedException {
        AttemptResult reply = send("https://127.0.0.1:" + server.actualPort() + "/hook");
        assertNull(reply.status());
        assertNotNull(reply.error());
        assertEquals(0, received.get());
    }

    @Test
    void aReceiverThatNobodyVouchesForIsSentNothing() throws InterruptedException {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE + "Password");
        AttemptResult reply = send("https://localhost:" + server.actualPort() + "/hook");
        assertNull(reply.status());
        assertEquals(0, received.get());
    }

    private AttemptResult send(String url) throws InterruptedException {
        WebhooksConfig config = Configured.with(
                Map.of("atlas.webhooks.allow-private-addresses", "true", "atlas.webhooks.timeout", "10s"));
        return new Sender(new Destinations(config), config, Clock.systemUTC(), vertx)
                .send(new Webhook(url, List.of(Secret.generate()), "mandate-42", null, Buffer.buffer("{}"), 0));
    }
}
