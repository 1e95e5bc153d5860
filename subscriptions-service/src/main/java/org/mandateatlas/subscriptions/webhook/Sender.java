package org.mandateatlas.subscriptions.webhook;

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
import java.time.Clock;
import java.util.stream.Collectors;
import org.mandateatlas.base.position.Position;

/** Sends webhooks to the address that was checked, follows no redirects and reads only the beginning of the response. */
@Singleton
public class Sender {

    private static final String CONTENT_TYPE = "application/cloudevents+json";
    private static final String USER_AGENT = "Mandate-Atlas-Webhooks/1";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** Shorter than the keep-alive timeout of most servers. */
    private static final int KEEP_ALIVE_SECONDS = 4;

    private static final String NOT_ACCEPTED = "The host of the URL is unknown or not public.";

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

    /** Sends a webhook and waits for the result. */
    public AttemptResult send(Webhook webhook) throws InterruptedException {
        long started = System.nanoTime();
        var url = destinations.parse(webhook.url());
        var address = url == null ? null : destinations.resolve(url, webhook.attempt());
        if (url == null || address == null) {
            // Neither the text nor the duration tells an unknown host from one in a private network.
            return new AttemptResult(null, NOT_ACCEPTED, null, null, 0);
        }
        return new WebhookCall()
                .make(
                        client,
                        options(webhook, url, address),
                        webhook.body(),
                        started + config.timeout().toNanos(),
                        clock);
    }

    /** The Host header and the TLS certificate check use the host of the URL, whatever its address. */
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
