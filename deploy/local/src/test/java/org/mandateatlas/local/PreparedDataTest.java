package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A suite without data starts with a copy of the data that the same build has prepared for its address. */
class PreparedDataTest {

    @TempDir
    Path root;

    private DataDirectory suite;
    private PreparedData prepared;

    @BeforeEach
    void prepare() throws IOException {
        for (var service : List.of("institutions", "functions", "processes", "subscriptions")) {
            write(root.resolve(service + "-service/target/quarkus-app"), "program");
        }
        write(root.resolve("deploy/local/target/lib"), "program");
        var trained = new DataDirectory(root.resolve("trained"));
        write(trained.postgres(), "prepared");
        write(trained.kafka(1), "prepared");
        write(trained.passwords(), "secret");
        prepared = preparedFor("8080");
        prepared.keep(trained);
        suite = new DataDirectory(root.resolve("home"));
        suite.prepare();
    }

    private static void write(Path directory, String text) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("file"), text);
    }

    private PreparedData preparedFor(String port) {
        return PreparedData.of(Settings.from(Map.of("ATLAS_ROOT", root.toString(), "ATLAS_PORT", port)));
    }

    @Test
    void aSuiteWithoutDataStartsWithACopy() throws IOException {
        prepared.copyTo(suite);

        assertEquals("prepared", Files.readString(suite.postgres().resolve("file")));
        assertEquals("prepared", Files.readString(suite.kafka(1).resolve("file")));
        assertFalse(Files.exists(suite.passwords()));
        assertFalse(Files.exists(suite.folder().resolve("prepared")));
    }

    @Test
    void dataAreKept() throws IOException {
        write(suite.postgres(), "own");

        prepared.copyTo(suite);

        assertEquals("own", Files.readString(suite.postgres().resolve("file")));
        assertFalse(Files.exists(suite.kafka(1)));
    }

    @Test
    void topicsWithoutDatabasesAreNotReplaced() throws IOException {
        write(suite.kafka(1), "own");

        prepared.copyTo(suite);

        assertFalse(Files.exists(suite.postgres()));
        assertEquals("own", Files.readString(suite.kafka(1).resolve("file")));
    }

    @Test
    void dataOfAnotherBuildAreNotUsed() throws IOException {
        write(root.resolve("functions-service/target/quarkus-app/app"), "another program");

        prepared.copyTo(suite);

        assertFalse(Files.exists(suite.postgres()));
    }

    @Test
    void dataForAnotherAddressAreNotUsed() throws IOException {
        preparedFor("8181").copyTo(suite);

        assertFalse(Files.exists(suite.postgres()));
    }

    @Test
    void anInterruptedCopyIsMadeAgain() throws IOException {
        write(suite.folder().resolve("prepared/postgres"), "part");

        prepared.copyTo(suite);

        assertEquals("prepared", Files.readString(suite.postgres().resolve("file")));
    }

    @Test
    void aSuiteStartsEmptyWhereNothingWasPrepared() throws IOException {
        DataDirectory.remove(root.resolve("deploy/local/target/prepared"));

        prepared.copyTo(suite);

        assertFalse(Files.exists(suite.postgres()));
    }
}
