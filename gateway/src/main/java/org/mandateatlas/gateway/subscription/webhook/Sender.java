package org.mandateatlas.gateway.subscription.webhook;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.mandateatlas.base.position.Position;

/** Sends webhooks: to the very address that was found fit, following no redirect, and reading little of the answer. */
@Singleton
public class Sender {

    private static final String CONTENT_TYPE = "application/cloudevents+json";
    private static final String USER_AGENT = "Mandate-Atlas-Webhooks/1";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** Shorter than servers usually wait before they close a connection on their side. */
    private static final int KEEP_ALIVE_SECONDS = 4;

    private final Destinations destinations;
    private final WebhooksConfig config;
    private final Clock clock;
    private final HttpClient client;

    Sender(Destinations destinations, WebhooksConfig config, Clock clock, Vertx vertx) {
        this.destinations = destinations;
        this.config = config;
        this.clock = clock;
        this.client = vertx.createHttpClient(new HttpClientOptions().setKeepAliveTimeout(KEEP_ALIVE_SECONDS));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Sends it and waits for what comes of it, as long as a receiver may take. */
    public Reply send(Webhook webhook) throws InterruptedException {
        long started = System.nanoTime();
        try {
            URI url = destinations.parse(webhook.url());
            RequestOptions options = options(webhook, url, destinations.find(url, webhook.attempt()));
            return new Call()
                    .make(
                            client,
                            options,
                            webhook.body(),
                            started + config.timeout().toNanos(),
                            clock);
        } catch (Destinations.UnfitException e) {
            return failed("The URL " + e.getMessage() + ".", started);
        } catch (UnknownHostException e) {
            return failed("The host is not known.", started);
        }
    }

    private static Reply failed(String error, long started) {
        return new Reply(null, error, null, null, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
    }

    /** The host that the URL names is the one that the receiver is told and has to prove to be, whatever its address. */
    private RequestOptions options(Webhook webhook, URI url, InetAddress address) {
        boolean ssl = url.getScheme().equalsIgnoreCase("https");
        int ownPort = ssl ? HTTPS_PORT : HTTP_PORT;
        int port = url.getPort() < 0 ? ownPort : url.getPort();
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        long timestamp = clock.instant().getEpochSecond();
        String signatures = webhook.secrets().stream()
                .map(secret -> secret.sign(webhook.id(), timestamp, webhook.body()))
                .collect(Collectors.joining(" "));
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(ssl)
                .setURI(url.getRawQuery() == null ? path : path + '?' + url.getRawQuery())
                .setConnectTimeout(config.timeout().toMillis())
                .putHeader(HttpHeaderNames.CONTENT_TYPE, CONTENT_TYPE)
                .putHeader(HttpHeaderNames.USER_AGENT, USER_AGENT)
                .putHeader("webhook-id", webhook.id())
                .putHeader("webhook-timestamp", Long.toString(timestamp))
                .putHeader("webhook-signature", signatures);
        if (webhook.position() != null) {
            options.putHeader(Position.HEADER, webhook.position());
        }
        return options;
    }
}
