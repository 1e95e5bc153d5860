package org.mandateatlas.gateway.ratelimit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.AsciiString;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.ContentNegotiation;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.edge.ClientKey;
import org.mandateatlas.edge.RemoteAddress;
import org.mandateatlas.edge.ratelimit.Allowance;
import org.mandateatlas.edge.ratelimit.Allowance.Standing;
import org.mandateatlas.edge.ratelimit.AllowanceSharing;
import org.mandateatlas.edge.ratelimit.LimitsConfig;
import org.mandateatlas.gateway.http.HandlerOrder;
import org.mandateatlas.gateway.security.Caller;

/**
 * Limits requests below {@code /v1} and reports the remaining allowance in every response. Requests with a valid token are limited per token, all others per IP address.
 */
@Singleton
public class RateLimit {

    private static final List<MediaType> REPRESENTATIONS =
            List.of(MediaType.APPLICATION_JSON_TYPE, ContentNegotiation.NDJSON, ContentNegotiation.CSV);

    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence STANDING = HttpHeaders.createOptimized("RateLimit");

    private static final String CLIENT = RateLimit.class.getName();

    private final LimitsConfig config;
    private final Allowance allowance;
    private final CharSequence policy;
    private final Counter refused;

    RateLimit(LimitsConfig config, AllowanceSharing sharing, MeterRegistry meters) {
        if (config.requests() < 1
                || config.window().compareTo(Duration.ofSeconds(1)) < 0
                || config.exportCost() < 1
                || config.batchCost() < 1
                || config.compositeCost() < 1) {
            throw new IllegalArgumentException(
                    "atlas.limits.requests, export-cost, batch-cost and composite-cost are at least 1, atlas.limits.window at least 1s");
        }
        this.config = config;
        this.allowance = new Allowance(config);
        sharing.begin(allowance);
        this.policy = AsciiString.cached(allowance.policy());
        this.refused = Counter.builder("atlas.limits.refused")
                .description("Requests rejected by the rate limit")
                .register(meters);
        Gauge.builder("atlas.limits.clients", allowance, Allowance::clients)
                .description("Clients that are remembered")
                .register(meters);
    }

    void register(@Observes Router router) {
        if (config.enabled()) {
            router.route("/v1/*")
                    .order(HandlerOrder.RATE_LIMIT_BY_ADDRESS.order())
                    .handler(this::countAddress);
            router.route("/v1/*")
                    .order(HandlerOrder.RATE_LIMIT_BY_TOKEN.order())
                    .handler(this::countToken);
        }
    }

    private void countAddress(RoutingContext context) {
        String client = ClientKey.at(RemoteAddress.of(context.request()));
        if (!hasToken(context) || allowance.isUsedUp(client)) {
            count(context, client);
        } else {
            context.addHeadersEndHandler(sent -> countUnlessCounted(context.response(), client));
            context.next();
        }
    }

    /** Counts requests with invalid tokens, so that a client over the limit is rejected before its next token is verified. */
    private void countUnlessCounted(HttpServerResponse response, String client) {
        if (!response.headers().contains(STANDING)) {
            putHeaders(response, allowance.use(client, 1));
        }
    }

    private void countToken(RoutingContext context) {
        String subject = Caller.subject(context);
        if (subject == null) {
            context.next();
        } else {
            count(context, ClientKey.named(subject));
        }
    }

    /**
     * Charges the additional cost of a composed response.
     *
     * @return false if the allowance does not suffice and the request was rejected
     */
    public boolean chargeComposition(RoutingContext context) {
        String client = context.get(CLIENT);
        if (client == null || config.compositeCost() == 1) {
            return true;
        }
        Standing standing = allowance.use(client, config.compositeCost() - 1L);
        putHeaders(context.response(), standing);
        if (!standing.granted()) {
            refuse(context, standing);
        }
        return standing.granted();
    }

    private static boolean hasToken(RoutingContext context) {
        return context.request().headers().contains(HttpHeaders.AUTHORIZATION);
    }

    private void count(RoutingContext context, String client) {
        context.put(CLIENT, client);
        Standing standing = allowance.use(client, cost(context));
        putHeaders(context.response(), standing);
        if (standing.granted()) {
            context.next();
        } else {
            refuse(context, standing);
        }
    }

    private void refuse(RoutingContext context, Standing standing) {
        refused.increment();
        context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, standing.secondsToWait())));
        ProblemResponse.send(
                context,
                ProblemType.TOO_MANY_REQUESTS,
                "A client may make " + config.requests() + " requests in "
                        + config.window().toSeconds() + " seconds.");
    }

    private void putHeaders(HttpServerResponse response, Standing standing) {
        response.putHeader(POLICY, policy).putHeader(STANDING, standing.header());
    }

    private long cost(RoutingContext context) {
        if (isBatch(context)) {
            return config.batchCost();
        }
        return isExport(context) ? config.exportCost() : 1;
    }

    private static boolean isBatch(RoutingContext context) {
        return context.request().method().equals(HttpMethod.POST)
                && context.normalizedPath().endsWith("/batch");
    }

    private static boolean isExport(RoutingContext context) {
        var path = context.normalizedPath();
        return path.equals("/v1/snapshot")
                || path.endsWith(".ndjson")
                || path.endsWith(".csv")
                || isExport(preferred(context));
    }

    private static boolean isExport(@Nullable MediaType type) {
        return type == ContentNegotiation.NDJSON || type == ContentNegotiation.CSV;
    }

    /** Returns the representation that a service chooses for the request, if it offers all of them. */
    private static @Nullable MediaType preferred(RoutingContext context) {
        var accept = context.request().headers().getAll(HttpHeaders.ACCEPT);
        return ContentNegotiation.preferred(accept.isEmpty() ? null : String.join(",", accept), REPRESENTATIONS);
    }
}
