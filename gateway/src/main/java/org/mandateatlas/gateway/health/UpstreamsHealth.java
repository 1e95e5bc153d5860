package org.mandateatlas.gateway.health;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mandateatlas.gateway.forwarding.RoutingTable;
import org.mandateatlas.gateway.forwarding.Upstream;
import org.mandateatlas.gateway.page.Representation;

/** Says whether the whole suite is up, by asking every owner at once. */
@Singleton
class UpstreamsHealth {

    private static final int ORDER = 1_000;
    private static final long DEADLINE_MILLIS = 1_000;

    private final RoutingTable owners;
    private final HttpClient client;

    UpstreamsHealth(RoutingTable owners, Vertx vertx) {
        this.owners = owners;
        this.client = vertx.createHttpClient();
    }

    void register(@Observes Router router) {
        router.route("/health").order(ORDER).handler(this::ask);
    }

    @PreDestroy
    void close() {
        client.close();
    }

    private void ask(RoutingContext context) {
        List<Future<OwnerHealth>> asked = owners.all().stream().map(this::ask).toList();
        Future.all(asked).onSuccess(all -> answer(context, all.list()));
    }

    private Future<OwnerHealth> ask(Upstream owner) {
        long started = System.nanoTime();
        return client.request(owner.request(HttpMethod.GET, "/q/health/ready").setTimeout(DEADLINE_MILLIS))
                .compose(request -> request.send())
                .map(response -> response.statusCode() == 200)
                .otherwise(false)
                .map(up -> new OwnerHealth(owner, up, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started)));
    }

    private void answer(RoutingContext context, List<OwnerHealth> found) {
        boolean up = found.stream().allMatch(OwnerHealth::up);
        var list = new JsonArray();
        found.forEach(health -> list.add(new JsonObject()
                .put("name", health.owner().name())
                .put("status", status(health.up()))
                .put("collections", new JsonArray(owners.collectionsOf(health.owner())))
                .put("millis", health.millis())));
        Buffer content =
                new JsonObject().put("status", status(up)).put("owners", list).toBuffer();
        context.response().setStatusCode(up ? 200 : 503).putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        new Representation().as(Representation.JSON, asked -> content).answer(context);
    }

    private static String status(boolean up) {
        return up ? "UP" : "DOWN";
    }

    /** What one owner said, and how long it took to say it. */
    private record OwnerHealth(Upstream owner, boolean up, long millis) {}
}
