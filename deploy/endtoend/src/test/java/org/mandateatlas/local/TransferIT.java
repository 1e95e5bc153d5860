package org.mandateatlas.local;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Exports the registry of a suite, starts an empty one, imports it, and restores a backup of that. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(SharedSuite.class)
@Order(6)
class TransferIT {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path exported;
    private final Path folder;
    private final LaunchedSuite shared;
    private final LaunchedSuite suite;

    TransferIT(LaunchedSuite shared, @TempDir Path folder) {
        this.shared = shared;
        this.folder = folder;
        this.exported = folder.resolve("exported.ndjson");
        this.suite = new LaunchedSuite(folder);
    }

    @BeforeAll
    void exportTheDatasetAndStartEmpty() throws Exception {
        shared.succeed("export", exported.toString(), "--url", shared.address());
        suite.up("--empty");
    }

    @AfterAll
    void stop() throws Exception {
        suite.down();
    }

    @Test
    @Order(1)
    void anEmptyRegistryAnswersEveryRead() {
        for (var collection : collections()) {
            suite.request()
                    .get("/v1/" + collection + "?validAt=2004-12-31")
                    .then()
                    .statusCode(200)
                    .body("items.size()", equalTo(0));
        }
        for (var path : List.of(
                "/v1/coverage",
                "/v1/coverage/gaps",
                "/v1/coverage/overlaps",
                "/v1/coverage/reviews",
                "/v1/coverage/diff?from=2004-12-31&to=2024-12-31",
                "/v1/network",
                "/v1/network/diff?from=2004-12-31&to=2024-12-31",
                "/v1/search?q=migration",
                "/v1/suggest?q=migration",
                "/v1/timeline",
                "/v1/diff?from=2004-12-31&to=2024-12-31",
                "/v1/changes",
                "/v1/changes/stats",
                "/v1/changes.atom",
                "/v1/snapshot",
                "/v1/mandates.csv",
                "/v1",
                "/health")) {
            assertEquals(200, suite.request().get(path).statusCode(), path);
        }
        for (var path : List.of("/v1/institutions/iom", "/v1/institutions/iom/profile", "/v1/processes/x/profile")) {
            assertEquals(404, suite.request().get(path).statusCode(), path);
        }
    }

    @Test
    @Order(2)
    void anImportRestoresEveryDocument() throws Exception {
        suite.succeed("import", exported.toString(), "--url", suite.address());
        var copy = folder.resolve("copy.ndjson");
        suite.succeed("export", copy.toString(), "--url", suite.address());

        var expected = documents(exported);
        assertTrue(expected.size() > 500);
        assertEquals(expected, documents(copy));
    }

    @Test
    @Order(3)
    void aSecondImportChangesNothing() throws Exception {
        var before = position();
        var again = suite.succeed("import", exported.toString(), "--url", suite.address());
        assertTrue(again.contains(documents(exported).size() + " were unchanged"), again);
        assertEquals(before, position());
    }

    @Test
    @Order(4)
    void aLineThatCannotBeWrittenIsNamed() throws Exception {
        var broken = folder.resolve("broken.ndjson");
        Files.write(
                broken,
                List.of(
                        Files.readAllLines(exported).getFirst(),
                        "{\"stream\":\"source\",\"document\":{\"id\":\"t-good\",\"kind\":\"web-page\",\"title\":\"Good\",\"grade\":\"B\"}}",
                        "{\"stream\":\"source\",\"document\":{\"id\":\"t-bad\",\"kind\":\"web-page\",\"title\":\"\",\"grade\":\"B\"}}",
                        "{\"end\":{\"documents\":2}}"),
                StandardCharsets.UTF_8);

        var result = suite.run("import", broken.toString(), "--url", suite.address());

        assertEquals(1, result.exit(), result.output());
        assertTrue(result.output().contains("line 3: /title is blank"), result.output());
        suite.request().get("/v1/sources/t-good").then().statusCode(200).body("title", containsString("Good"));
    }

    @Test
    @Order(5)
    void aRestoredBackupHasTheDocumentsAndTopicsOfItsTime() throws Exception {
        var backup = folder.resolve("backup").toString();
        suite.succeed("backup", backup);
        var later = Files.write(
                folder.resolve("later.ndjson"),
                List.of(
                        Files.readAllLines(exported).getFirst(),
                        "{\"stream\":\"source\",\"document\":{\"id\":\"t-later\",\"kind\":\"web-page\",\"title\":\"Later\",\"grade\":\"B\"}}",
                        "{\"end\":{\"documents\":1}}"),
                StandardCharsets.UTF_8);
        suite.succeed("import", later.toString(), "--url", suite.address());
        suite.request().get("/v1/sources/t-later").then().statusCode(200);

        suite.succeed("down");
        assertEquals(1, suite.run("restore", backup).exit());
        suite.succeed("restore", backup, "--replace");
        suite.succeed("up", "--detach");

        suite.succeed("verify");
        suite.request().get("/v1/sources/t-later").then().statusCode(404);
        suite.request().get("/v1/sources/t-good").then().statusCode(200);
    }

    private String position() {
        return suite.request().get("/v1/snapshot").header("Atlas-Position");
    }

    private static List<String> collections() {
        return List.of(
                "sources",
                "institutions",
                "instruments",
                "mandates",
                "functions",
                "capacities",
                "objectives",
                "governance-models",
                "policy-options",
                "processes",
                "participations",
                "meetings",
                "outputs");
    }

    /** Returns the documents of a file by stream and id, without what depends on the history of a registry. */
    private static Map<String, JsonNode> documents(Path file) throws IOException {
        var documents = new TreeMap<String, JsonNode>();
        for (var line : Files.readAllLines(file)) {
            var read = JSON.readTree(line);
            if (read.path("document") instanceof ObjectNode document) {
                document.remove(List.of("version", "recordedAt"));
                documents.put(
                        read.path("stream").asText() + "/" + document.path("id").asText(), document);
            }
        }
        return documents;
    }
}
