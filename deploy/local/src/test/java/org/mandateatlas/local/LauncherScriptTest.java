package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code atlas} script, in a checkout of its own with a stub of Maven. */
class LauncherScriptTest {

    @TempDir
    Path folder;

    private Path checkout = Path.of("");
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void makeCheckout() throws Exception {
        checkout = Files.createDirectory(folder.resolve("checkout"));
        Files.copy(Path.of("../../atlas"), checkout.resolve("atlas"), StandardCopyOption.COPY_ATTRIBUTES);
        write(checkout.resolve("pom.xml"), "<project>\n<module>deploy/local</module>\n</project>\n");
        write(checkout.resolve("deploy/local/pom.xml"), "<project/>\n");
        write(checkout.resolve("deploy/local/src/main/java/Some.java"), "class Some {}\n");
        maven("3.9.9", "exit 0");
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        environment.put("ATLAS_JDK", System.getProperty("java.home"));
        environment.put("ATLAS_HOME", folder.resolve("home").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jump",
                "up --slow",
                "up there",
                "down --now",
                "test all",
                "token --hours",
                "bench --speed 9",
                "bench gateway",
                "bench coverage --heap",
                "bench coverage --speed 9",
                "torture --speed 9",
                "torture --seed",
                "logs a b",
                "logs ../x",
                "images --with make",
                "images --base",
                "images --fast"
            })
    void invalidArgumentsPrintTheUsage(String words) throws Exception {
        var answer = atlas(words.isEmpty() ? new String[0] : words.split(" ", -1));

        assertEquals(2, answer.exit());
        assertEquals("", answer.output());
        assertTrue(
                answer.errors().contains("./atlas up [--fresh] [--empty] [--replicas 1] [--detach]"), answer.errors());
    }

    @Test
    void helpIsNoError() throws Exception {
        var answer = atlas("help");

        assertEquals(0, answer.exit());
        assertTrue(answer.output().contains("ATLAS_PORT"), answer.output());
    }

    @Test
    void theTotalsOfAllReportsAreTheLastLine() throws Exception {
        write(checkout.resolve("old/target/surefire-reports/TEST-Old.xml"), report(99, 9, 9, 9));
        maven(
                "3.8.1",
                "mkdir -p a/target/surefire-reports b/target/failsafe-reports\n"
                        + "cp '" + write(folder.resolve("one.xml"), report(7, 0, 0, 2))
                        + "' a/target/surefire-reports/TEST-1.xml\n"
                        + "cp '" + write(folder.resolve("two.xml"), report(5, 0, 0, 0))
                        + "' b/target/failsafe-reports/TEST-2.xml\n");

        var answer = atlas("test");

        assertEquals(0, answer.exit(), answer.errors());
        assertEquals("10 passed, 0 failed, 2 skipped", answer.lastLine());
    }

    @Test
    void aFailedTestIsCountedAndFailsTheCommand() throws Exception {
        maven(
                "3.8.1",
                "mkdir -p a/target/surefire-reports\ncp '" + write(folder.resolve("one.xml"), report(7, 1, 2, 0))
                        + "' a/target/surefire-reports/TEST-1.xml\nexit 1\n");

        var answer = atlas("test");

        assertEquals(1, answer.exit());
        assertEquals("4 passed, 3 failed, 0 skipped", answer.lastLine());
    }

    @Test
    void aRunWithoutAnyTestFails() throws Exception {
        var answer = atlas("test");

        assertEquals(1, answer.exit());
        assertEquals("0 passed, 0 failed, 0 skipped", answer.lastLine());
    }

    @Test
    void theWrapperReplacesAnOldMaven() throws Exception {
        maven("3.6.3", "echo old\n");
        executable(checkout.resolve("mvnw"), "#!/bin/sh\necho wrapped\n");

        assertTrue(atlas("test").output().contains("wrapped"));
    }

    @Test
    void aBuildThatFailsNamesItsLog() throws Exception {
        maven("3.9.9", "echo '[ERROR] no such symbol'\nexit 1\n");

        var answer = atlas("up");

        assertEquals(1, answer.exit());
        assertTrue(answer.errors().contains("[ERROR] no such symbol"), answer.errors());
        assertTrue(answer.errors().contains("target/atlas-build.log"), answer.errors());
    }

    @Test
    void onlyOutdatedModulesAreBuilt() throws Exception {
        maven(
                "3.9.9",
                "echo called >> '" + folder.resolve("calls") + "'\nmkdir -p deploy/local/target/lib\n"
                        + "cp pom.xml deploy/local/target/local.jar\n");

        atlas("up");
        atlas("up");
        assertEquals(1, calls());

        Files.setLastModifiedTime(
                checkout.resolve("deploy/local/src/main/java/Some.java"),
                FileTime.from(Instant.now().plusSeconds(5)));
        atlas("up");
        assertEquals(2, calls());
    }

    @Test
    void aDownloadedJdkIsUsedAndKept() throws Exception {
        try (var source = new JdkSource(folder.resolve("source"))) {
            environment.put("ATLAS_JDK", "fetch");
            environment.put("ATLAS_JDK_SOURCE", source.address());
            maven("3.9.9", "echo \"home $JAVA_HOME\"\n");

            var answer = atlas("test");

            var kept = folder.resolve("cache/mandate-atlas/jdk/jdk-25.0.9+1");
            assertTrue(answer.output().contains("home " + kept), answer.output() + answer.errors());
            assertEquals(List.of(kept), jdks());
        }
    }

    @Test
    void aJdkWithAWrongChecksumIsDiscarded() throws Exception {
        try (var source = new JdkSource(folder.resolve("source"))) {
            source.corruptChecksum();
            environment.put("ATLAS_JDK", "fetch");
            environment.put("ATLAS_JDK_SOURCE", source.address());

            var answer = atlas("test");

            assertEquals(1, answer.exit());
            assertTrue(answer.errors().contains("does not match the checksum"), answer.errors());
            assertEquals(List.of(), jdks());
        }
    }

    @Test
    void aFailedDownloadOfTheJdkExplainsWhatToDo() throws Exception {
        environment.put("ATLAS_JDK", "fetch");
        environment.put("ATLAS_JDK_SOURCE", "http://127.0.0.1:1");

        var answer = atlas("test");

        assertEquals(1, answer.exit());
        assertTrue(answer.errors().contains("install one (https://adoptium.net) and set JAVA_HOME"), answer.errors());
    }

    private Answer atlas(String... words) throws Exception {
        var command = Stream.concat(Stream.of(checkout.resolve("atlas").toString()), Stream.of(words))
                .toList();
        var errors = folder.resolve("errors");
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output, Files.readString(errors));
    }

    /** Puts a stub of Maven first on the path. */
    private void maven(String version, String does) throws IOException {
        executable(
                folder.resolve("bin/mvn"),
                "#!/bin/sh\nif [ \"$1\" = --version ]; then echo 'Apache Maven " + version + " (x)'; exit; fi\n"
                        + does);
    }

    private long calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls")).size();
    }

    private List<Path> jdks() throws IOException {
        try (var files = Files.list(folder.resolve("cache/mandate-atlas/jdk"))) {
            return files.toList();
        }
    }

    private static String report(int tests, int errors, int failures, int skipped) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite version="3.0" name="Some" time="0.1"
                    tests="%d" errors="%d" skipped="%d" failures="%d">
                  <properties><property name="tests" value="1"/></properties>
                  <testcase name="some" tests="3"/>
                </testsuite>
                """.formatted(tests, errors, skipped, failures);
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, text);
    }

    private static void executable(Path file, String text) throws IOException {
        assertTrue(write(file, text).toFile().setExecutable(true));
    }

    /** The result of a run of the script. */
    private record Answer(int exit, String output, String errors) {

        String lastLine() {
            return output.lines().toList().getLast();
        }
    }

    /** A local server that a JDK is downloaded from. */
    private static final class JdkSource implements AutoCloseable {

        private final HttpServer server;
        private final Path archive;
        private String checksum;

        JdkSource(Path folder) throws Exception {
            var jdk = folder.resolve("jdk-25.0.9+1");
            write(jdk.resolve("release"), "IMPLEMENTOR=\"Some\"\nJAVA_VERSION=\"25.0.9\"\n");
            executable(jdk.resolve("bin/java"), "#!/bin/sh\n");
            executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
            archive = folder.resolve("jdk.tar.gz");
            var packed = new ProcessBuilder("tar", "-czf", archive.toString(), "-C", folder.toString(), "jdk-25.0.9+1")
                    .start();
            assertEquals(0, packed.waitFor());
            checksum = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive)));
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/jdk.tar.gz", exchange -> {
                exchange.sendResponseHeaders(200, Files.size(archive));
                try (var body = exchange.getResponseBody()) {
                    Files.copy(archive, body);
                }
            });
            server.createContext("/v3/assets/latest/25/hotspot", exchange -> {
                var answer = release().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(answer);
                }
            });
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        void corruptChecksum() {
            checksum = checksum.replaceAll("[0-7]", "8");
        }

        /** An excerpt of a response of the Adoptium API. */
        private String release() {
            return """
                    [
                      {
                        "binary": {
                          "architecture": "x64",
                          "installer": {
                            "checksum": "00", "link": "%1$s/none.pkg", "name": "none.pkg"
                          },
                          "package": {
                            "checksum": "%2$s",
                            "checksum_link": "%1$s/jdk.tar.gz.sha256.txt",
                            "download_count": 1,
                            "link": "%1$s/jdk.tar.gz",
                            "metadata_link": "%1$s/jdk.tar.gz.json",
                            "name": "jdk.tar.gz"
                          },
                          "project": "jdk"
                        },
                        "release_name": "jdk-25.0.9+1",
                        "version": {"major": 25}
                      }
                    ]
                    """.formatted(address(), checksum);
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
