package org.mandateatlas.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.parsetools.RecordParser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Clients that are connected to the live feed; one in fifty records when events arrive, the others only read them. */
final class FeedClients implements AutoCloseable {

    private static final int ONE_IN = 50;
    private static final String PATH = "/v1/changes/stream?stream=mandate&fromNow=true";
    private static final Pattern ID = Pattern.compile("^id: .*\\bmandate:([0-9]+)");
    private static final int OK = 200;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final Map<Integer, Map<Long, Long>> arrivals = new ConcurrentHashMap<>();

    private FeedClients(int count) {
        client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(count));
    }

    /** Connects the clients and returns when all responses have begun. */
    static FeedClients connect(SuiteProcess suite, int count) {
        var clients = new FeedClients(count);
        Future.all(IntStream.range(0, count)
                        .mapToObj(index -> clients.connect(suite.uri(PATH), index))
                        .toList())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return clients;
    }

    private Future<Void> connect(URI address, int index) {
        return client.request(new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(address.toString()))
                .compose(HttpClientRequest::send)
                .map(response -> read(response, index));
    }

    private Void read(HttpClientResponse response, int index) {
        if (response.statusCode() != OK) {
            throw new IllegalStateException("the live feed returned " + response.statusCode());
        }
        if (index % ONE_IN == 0) {
            var times = new ConcurrentHashMap<Long, Long>();
            arrivals.put(index, times);
            response.handler(RecordParser.newDelimited("\n", line -> record(line, times)));
        } else {
            response.handler(ignored -> {});
        }
        return null;
    }

    private static void record(Buffer line, Map<Long, Long> times) {
        var now = System.nanoTime();
        if (line.length() > 2 && line.getByte(0) == 'i') {
            var id = ID.matcher(line.toString(StandardCharsets.UTF_8));
            if (id.find()) {
                times.put(Long.parseLong(id.group(1)), now);
            }
        }
    }

    /** Returns when each event arrived at the slowest of the recording clients. */
    Map<Long, Long> arrivals() {
        var latest = new ConcurrentHashMap<Long, Long>();
        arrivals.values().forEach(each -> each.forEach((sequence, nanos) -> latest.merge(sequence, nanos, Math::max)));
        return latest;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
