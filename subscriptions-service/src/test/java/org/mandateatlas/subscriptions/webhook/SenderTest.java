package org.mandateatlas.subscriptions.webhook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.subscriptions.Receiver;

class SenderTest {

    private static final Map<String, String> LOCAL = Map.of(
            "atlas.webhooks.allow-http", "true",
            "atlas.webhooks.allow-private-addresses", "true",
            "atlas.webhooks.timeout", "2s");

    private final Vertx vertx = Vertx.vertx();
    private final Receiver receiver = Receiver.start();
    private final Secret secret = Secret.generate();
    private final Secret older = Secret.generate();

    @AfterEach
    void close() {
        receiver.close();
        vertx.close();
    }

    @Test
    void anEventIsSentAsStandardWebhooksHasIt() throws InterruptedException {
        AttemptResult reply = send(receiver.url() + "?key=a%20b", LOCAL);
        assertTrue(reply.isDelivered());
        Receiver.Received received = receiver.all().getFirst();
        assertEquals("/hook?key=a%20b", received.uri());
        assertEquals("{\"id\":\"mandate-42\"}", received.body());
        assertEquals("mandate-42", received.header("webhook-id"));
        assertEquals("application/cloudevents+json", received.header("Content-Type"));
        assertEquals("mandate:42", received.header("Atlas-Position"));
        assertDoesNotThrow(() -> received.verify(secret.text()));
    }

    @Test
    void whoeverKnowsAnOlderSecretCanStillVerify() throws InterruptedException {
        send(receiver.url(), LOCAL);
        assertDoesNotThrow(() -> receiver.all().getFirst().verify(older.text()));
    }

    @Test
    void theHostThatTheUrlNamesIsToldThoughTheAddressIsCalled() throws InterruptedException {
        assertTrue(send(receiver.url().replace("127.0.0.1", "localhost"), LOCAL).isDelivered());
        assertTrue(receiver.all().getFirst().header("Host").startsWith("localhost:"));
    }

    @Test
    void noRedirectIsFollowed() throws InterruptedException {
        receiver.answer(received -> 302);
        AttemptResult reply = send(receiver.url(), LOCAL);
        assertEquals(302, reply.status());
        assertFalse(reply.isDelivered());
        assertEquals(1, receiver.all().size());
    }

    @Test
    void whoeverDoesNotAnswerInTimeHasNotTakenIt() throws InterruptedException {
        receiver.answer(received -> {
            try {
                Thread.sleep(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 200;
        });
        AttemptResult reply = send(receiver.url(), LOCAL);
        assertNull(reply.status());
        assertEquals("The receiver did not respond in time.", reply.error());
    }

    @Test
    void whoeverIsNotThereHasNotTakenIt() throws InterruptedException {
        receiver.close();
        AttemptResult reply = send(receiver.url(), LOCAL);
        assertNull(reply.status());
        assertEquals("The receiver could not be connected to.", reply.error());
    }

    @Test
    void littleOfALongAnswerIsKept() throws InterruptedException {
        receiver.saying("x".repeat(100_000)).answer(received -> 500);
        AttemptResult reply = send(receiver.url(), LOCAL);
        assertEquals(500, reply.status());
        assertEquals("x".repeat(1000), reply.body());
    }

    @Test
    void anAnswerThatNeverEndsIsAnAnswer() throws InterruptedException {
        receiver.neverEnding().answer(received -> 200);
        assertTrue(send(receiver.url(), LOCAL).isDelivered());
    }

    @Test
    void aConnectionServesSeveralEvents() throws InterruptedException {
        var sender = sender(LOCAL);
        for (int i = 0; i < 10; i++) {
            assertTrue(sender.send(webhook(receiver.url())).isDelivered());
        }
        assertTrue(
                receiver.all().stream().map(Receiver.Received::from).distinct().count() <= 5);
    }

    @Test
    void aPrivateAddressIsNotCalled() throws InterruptedException {
        AttemptResult reply = send(receiver.url(), Map.of("atlas.webhooks.allow-http", "true"));
        assertTrue(receiver.all().isEmpty());
        // An unknown host is told apart by nothing.
        assertEquals(send("https://nowhere.invalid/hook", Map.of()), reply);
        assertEquals("The host of the URL is unknown or not public.", reply.error());
    }

    private AttemptResult send(String url, Map<String, String> settings) throws InterruptedException {
        return sender(settings).send(webhook(url));
    }

    private Sender sender(Map<String, String> settings) {
        WebhooksConfig config = Configured.with(settings);
        return new Sender(new Destinations(config), config, Clock.systemUTC(), vertx);
    }

    private Webhook webhook(String url) {
        return new Webhook(
                url, List.of(secret, older), "mandate-42", "mandate:42", Buffer.buffer("{\"id\":\"mandate-42\"}"), 0);
    }
}
