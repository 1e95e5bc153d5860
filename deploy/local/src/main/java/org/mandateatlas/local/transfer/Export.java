package org.mandateatlas.local.transfer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Copies the snapshot of a registry to a file, which appears only when it is complete. */
public final class Export {

    private static final String LAST_LINE = "{\"end\":{\"documents\":";

    private final URI gateway;
    private final Progress progress;

    /** Prepares the export of the registry behind a gateway; the progress goes to the stream. */
    public Export(URI gateway, PrintStream messages) {
        this.gateway = gateway;
        this.progress = new Progress(messages);
    }

    /**
     * Writes the snapshot.
     *
     * @param file the file; null for the standard output
     * @throws TransferFailure if the registry does not return a complete snapshot
     */
    public void run(@Nullable Path file) throws IOException, InterruptedException {
        if (file == null) {
            progress.line("Exported " + copy(System.out));
            return;
        }
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            String result;
            try (var out = Files.newOutputStream(part)) {
                result = copy(out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            progress.line("Exported " + result + " to " + file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private String copy(OutputStream out) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(gateway.resolve("/v1/snapshot")).build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new TransferFailure(gateway + " responded with " + response.statusCode() + " to the snapshot.");
            }
            try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                return copy(lines, out);
            }
        }
    }

    private String copy(BufferedReader lines, OutputStream out) throws IOException {
        var documents = -1L;
        var last = "";
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
            documents++;
            last = line;
            progress.show(documents + " documents");
        }
        out.flush();
        if (!last.equals(LAST_LINE + (documents - 1) + "}}")) {
            throw new TransferFailure("The snapshot is incomplete; try again.");
        }
        return (documents - 1) + " documents (" + progress.rate(documents - 1) + ")";
    }
}
