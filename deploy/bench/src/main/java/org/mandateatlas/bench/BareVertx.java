package org.mandateatlas.bench;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.mandateatlas.embedded.FreePort;

/**
 * The reference for reads: a Vert.x server with as many event loops as processors, which sends prepared responses, reads a document
 * with JDBC on a virtual thread and sends the stored text, or forwards requests to a service.
 */
final class BareVertx implements AutoCloseable {

    /** The pool of the services has this size as well. */
    private static final int CONNECTIONS = 20;

    private static final String DOCUMENT = """
        select version, document from revision
        where stream = 'mandate' and document_id = ? order by version desc limit 1\
        """;

    private static final String JDBC = "/jdbc/";
    private static final String FORWARDED = "/forwarded";

    private final int port = FreePort.find();
    private final Vertx vertx = Vertx.vertx();
    private final Map<String, PreparedResponse> prepared = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AgroalDataSource database;
    private final int servicePort;

    private BareVertx(AgroalDataSource database, int servicePort) {
        this.database = database;
        this.servicePort = servicePort;
    }

    /**
     * Starts the server, with a database of the suite.
     *
     * @param servicePort the port of the service that requests are forwarded to
     */
    static BareVertx start(String jdbcUrl, String user, String password, int servicePort) throws SQLException {
        var configuration = new AgroalDataSourceConfigurationSupplier()
                .metricsEnabled(false)
                .connectionPoolConfiguration(pool -> pool.maxSize(CONNECTIONS)
                        .connectionFactoryConfiguration(connection -> connection
                                .jdbcUrl(jdbcUrl)
                                .principal(new NamePrincipal(user))
                                .credential(new SimplePassword(password))));
        var server = new BareVertx(AgroalDataSource.from(configuration), servicePort);
        server.vertx
                .deployVerticle(
                        server::verticle,
                        new DeploymentOptions()
                                .setInstances(Runtime.getRuntime().availableProcessors()))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return server;
    }

    private AbstractVerticle verticle() {
        return new AbstractVerticle() {
            @Override
            public void start(Promise<Void> started) {
                var client = vertx.createHttpClient();
                vertx.createHttpServer(
                                new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                        .requestHandler(request -> handle(context, client, request))
                        .listen()
                        .<Void>mapEmpty()
                        .onComplete(started);
            }
        };
    }

    private void handle(Context context, HttpClient client, HttpServerRequest request) {
        var response = prepared.get(request.uri());
        if (response != null) {
            response.send(request);
        } else if (request.uri().startsWith(JDBC)) {
            threads.execute(() -> read(context, request));
        } else if (request.uri().startsWith(FORWARDED)) {
            forward(client, request);
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private void forward(HttpClient client, HttpServerRequest request) {
        client.request(HttpMethod.GET, servicePort, "127.0.0.1", request.uri().substring(FORWARDED.length()))
                .compose(HttpClientRequest::send)
                .compose(response -> {
                    request.response().headers().addAll(response.headers());
                    return response.pipeTo(request.response().setStatusCode(response.statusCode()));
                })
                .onFailure(failure -> request.response().setStatusCode(502).end(String.valueOf(failure.getMessage())));
    }

    private void read(Context context, HttpServerRequest request) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(DOCUMENT)) {
            statement.setString(1, request.uri().substring(JDBC.length()));
            try (var rows = statement.executeQuery()) {
                rows.next();
                var version = rows.getInt(1);
                var document = rows.getString(2);
                context.runOnContext(ignored -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .putHeader("ETag", "\"" + version + "\"")
                        .end(document));
            }
        } catch (SQLException e) {
            context.runOnContext(
                    ignored -> request.response().setStatusCode(500).end(String.valueOf(e.getMessage())));
        }
    }

    /** Returns the address of a path that returns what the suite returned. */
    URI returning(PreparedResponse response) {
        var path = "/prepared/" + prepared.size();
        prepared.put(path, response);
        return uri(path);
    }

    /** Returns the address that reads the mandate from the database. */
    URI mandate(String id) {
        return uri(JDBC + id);
    }

    /** Returns the address that forwards requests to a path of the service. */
    URI forwarded(String path) {
        return uri(FORWARDED + path);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        threads.close();
        database.close();
    }
}
