package org.mandateatlas.edge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Checks periodically which replicas are ready: ejects those that are not, and readmits ejected ones. A service with a single replica
 * is not checked, since there is no choice.
 */
@Singleton
public class ReplicaMonitor {

    private static final String READINESS = "/q/health/ready";
    private static final int OK = 200;

    private final Vertx vertx;
    private final ReplicasConfig config;
    private final HttpClient client;
    private final MeterRegistry meters;

    ReplicaMonitor(Vertx vertx, ReplicasConfig config, MeterRegistry meters) {
        this.vertx = vertx;
        this.config = config;
        // checks are no part of a trace
        this.client = vertx.createHttpClient(new HttpClientOptions().setTracingPolicy(TracingPolicy.IGNORE));
        this.meters = meters;
    }

    void start(@Observes StartupEvent started, ReplicatedServices services) {
        for (Replicas replicas : services.services()) {
            Gauge.builder("atlas.replicas.available", replicas, Replicas::available)
                    .description("Replicas of a service that are not ejected")
                    .tag("service", replicas.service())
                    .register(meters);
            check(replicas);
        }
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Returns whether at least one replica of a service is ready. */
    public Future<Boolean> isReady(Replicas replicas) {
        return Future.any(replicas.all().stream().map(this::confirm).toList())
                .map(true)
                .otherwise(false);
    }

    private void check(Replicas replicas) {
        resolve(replicas)
                .compose(resolved -> Future.join(report(replicas.all())))
                .onComplete(checked -> vertx.setTimer(config.checkInterval().toMillis(), again -> check(replicas)));
    }

    private List<Future<Void>> report(List<Replica> all) {
        if (all.size() > 1) {
            return all.stream().map(this::report).toList();
        }
        all.forEach(single -> single.report(true));
        return List.of();
    }

    private Future<Void> report(Replica replica) {
        return confirm(replica).map(true).otherwise(false).map(ready -> {
            replica.report(ready);
            return null;
        });
    }

    /** Fails if the replica is not ready. */
    private Future<Void> confirm(Replica replica) {
        return client.request(replica.request(HttpMethod.GET, READINESS)
                        .setTimeout(config.checkTimeout().toMillis()))
                .compose(HttpClientRequest::send)
                .compose(response -> response.statusCode() == OK
                        ? Future.succeededFuture()
                        : Future.failedFuture("Status " + response.statusCode()));
    }

    /** Host names that cannot be resolved at present keep their replicas. */
    private Future<Void> resolve(Replicas replicas) {
        List<URI> named = replicas.urls().stream()
                .filter(url -> !isLiteral(url.getHost()))
                .toList();
        if (named.isEmpty()) {
            return Future.succeededFuture();
        }
        return vertx.<Map<URI, List<String>>>executeBlocking(() -> addresses(named), false)
                .onSuccess(replicas::resolved)
                .mapEmpty();
    }

    private static Map<URI, List<String>> addresses(List<URI> urls) {
        var addresses = new HashMap<URI, List<String>>();
        for (URI url : urls) {
            try {
                addresses.put(
                        url,
                        Stream.of(InetAddress.getAllByName(url.getHost()))
                                .map(InetAddress::getHostAddress)
                                .sorted()
                                .toList());
            } catch (UnknownHostException e) {
                // The next check resolves it again.
            }
        }
        return addresses;
    }

    private static boolean isLiteral(String host) {
        return host.startsWith("[") || host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
    }
}
