package org.mandateatlas.local.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import whose services know each other's streams late: the server stands for the moments at which they do not. */
class ImportTest {

    private static final String SNAPSHOT = """
            {"snapshot":{"streams":{"function":"functions","mandate":"mandates"}}}
            {"stream":"function","document":{"id":"coordination"}}
            {"stream":"mandate","document":{"id":"iom-forum"}}
            {"end":{"documents":2}}
            """;

    @TempDir
    Path folder;

    private final List<String> written = new ArrayList<>();
    private boolean sourcesAreKnown;

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("snapshot"), SNAPSHOT);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aBatchThatWaitsForARejectedOneIsSentAfterIt() throws Exception {
        server.createContext("/v1/functions/batch", request -> {
            if (sourcesAreKnown) {
                written.add("functions");
                respond(request, 200, "{\"result\":\"created\"}");
            } else {
                sourcesAreKnown = true;
                respond(
                        request,
                        422,
                        "{\"violations\":[{\"line\":1,\"pointer\":\"/citations\",\"detail\":\"unknown\"}]}");
            }
        });
        server.createContext("/v1/mandates/batch", request -> {
            if (written.contains("functions")) {
                written.add("mandates");
                respond(request, 200, "{\"result\":\"created\"}");
            } else {
                respond(request, 503, "{\"detail\":\"Stream function has not been replicated yet.\"}");
            }
        });

        var output = run();

        assertEquals(List.of("functions", "mandates"), written);
        assertTrue(output.contains("Imported 2 documents"), output);
    }

    @Test
    void aLineThatIsNeverAcceptedIsNamed() {
        server.createContext("/v1/functions/batch", request -> respond(request, 200, "{\"result\":\"created\"}"));
        server.createContext(
                "/v1/mandates/batch",
                request -> respond(
                        request,
                        422,
                        "{\"violations\":[{\"line\":1,\"pointer\":\"/title\",\"detail\":\"is blank\"}]}"));

        var failure = assertThrows(TransferFailure.class, this::run);

        assertTrue(String.valueOf(failure.getMessage()).contains("line 3: /title is blank"), failure::getMessage);
    }

    private String run() throws IOException, InterruptedException {
        var output = new ByteArrayOutputStream();
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        Import.run(folder.resolve("snapshot"), address, "token", new PrintStream(output, true, StandardCharsets.UTF_8));
        return output.toString(StandardCharsets.UTF_8);
    }

    private static void respond(HttpExchange request, int status, String body) throws IOException {
        request.getRequestBody().readAllBytes();
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        request.sendResponseHeaders(status, bytes.length);
        request.getResponseBody().write(bytes);
        request.close();
    }
}
