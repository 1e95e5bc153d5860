package org.mandateatlas.local.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file in the format of {@code /v1/snapshot}. It is read once per stream, so its size is not limited by memory. */
final class SnapshotFile {

    /** Streams in an order in which most references point backwards; others follow. */
    private static final List<String> ORDER = List.of(
            "source", "function", "institution", "instrument", "mandate", "capacity", "process", "meeting", "output");

    private static final List<String> SET_BY_REGISTRY = List.of("version", "recordedAt", "status");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private final Path file;
    private final Map<String, Long> documents;
    private final Map<String, String> collections;

    private SnapshotFile(Path file, Map<String, Long> documents, Map<String, String> collections) {
        this.file = file;
        this.documents = documents;
        this.collections = collections;
    }

    /**
     * Reads the first line of a file and counts its documents.
     *
     * @throws TransferFailure naming the line that is not one of a snapshot
     */
    static SnapshotFile open(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new TransferFailure("The file " + file + " cannot be read.");
        }
        var counted = new LinkedHashMap<String, Long>();
        var collections = new LinkedHashMap<String, String>();
        var ends = new long[] {-1};
        forEachLine(file, (number, line) -> {
            if (number == 1) {
                line.path("snapshot")
                        .path("streams")
                        .properties()
                        .forEach(stream -> collections.put(
                                stream.getKey(), stream.getValue().asText()));
                if (collections.isEmpty()) {
                    throw notOfASnapshot(number, "must describe a snapshot, with its streams");
                }
            } else if (line.has("end")) {
                ends[0] = line.at("/end/documents").asLong(-1);
            } else if (!(line.path("document") instanceof ObjectNode)
                    || !collections.containsKey(line.path("stream").asText())) {
                throw notOfASnapshot(number, "must have a stream of the first line and a document");
            } else {
                counted.merge(line.path("stream").asText(), 1L, Long::sum);
            }
        });
        if (ends[0] != counted.values().stream().mapToLong(Long::longValue).sum()) {
            throw new TransferFailure(file + " is incomplete: its last line must state the number of its documents.");
        }
        return new SnapshotFile(file, counted, collections);
    }

    /** Returns the streams with documents, in an order in which most references point backwards. */
    List<String> streams() {
        var ordered =
                new ArrayList<>(ORDER.stream().filter(documents::containsKey).toList());
        documents.keySet().stream().filter(stream -> !ORDER.contains(stream)).forEach(ordered::add);
        return ordered;
    }

    /** Returns the collection of a stream. */
    String collection(String stream) {
        return collections.getOrDefault(stream, stream);
    }

    /** Returns the number of documents of a stream. */
    long documents(String stream) {
        return documents.getOrDefault(stream, 0L);
    }

    /** Reads the documents of a stream. */
    void forEach(String stream, Reader reader) throws IOException, InterruptedException {
        forEachLine(file, (number, line) -> {
            if (line.path("stream").asText().equals(stream)) {
                var document = (ObjectNode) line.path("document");
                document.remove(SET_BY_REGISTRY);
                reader.read(new ImportedLine(number, JSON.writeValueAsString(document)));
            }
        });
    }

    /** Reads documents. */
    interface Reader {

        /** Reads one document. */
        void read(ImportedLine line) throws IOException, InterruptedException;
    }

    private interface LineReader {
        void read(long number, JsonNode line) throws IOException, InterruptedException;
    }

    private static void forEachLine(Path file, LineReader reader) throws IOException {
        try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            var number = 0L;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                reader.read(number, parse(number, line));
            }
        } catch (MalformedInputException e) {
            throw new TransferFailure("The file " + file + " is not text in UTF-8.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransferFailure("The import was interrupted.");
        }
    }

    private static JsonNode parse(long number, String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw notOfASnapshot(number, "is not JSON");
        }
    }

    private static TransferFailure notOfASnapshot(long number, String detail) {
        return new TransferFailure("Line " + number + " " + detail + "; ./atlas export writes such files.");
    }
}
