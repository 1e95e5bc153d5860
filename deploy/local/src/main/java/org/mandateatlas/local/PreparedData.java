package org.mandateatlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mandateatlas.embedded.FileTree;

/**
 * The databases and topics of a suite that has imported the bundled dataset: a suite of the same build and address that has no data yet
 * starts with a copy. Keys and passwords of roles are not part of it.
 *
 * @param folder the directory of the prepared data
 * @param root the checkout with the built services
 * @param publicUrl the address of the suite, which is in all events
 */
record PreparedData(Path folder, Path root, String publicUrl) {

    private static final String POSTGRES = "postgres";
    private static final String KAFKA = "kafka";

    /** Describes the build that imported the data, and is written last. */
    private static final String BUILD = "build";

    /** What the data are made by. */
    private static final List<String> PROGRAMS = List.of(
            "institutions-service/target/quarkus-app",
            "functions-service/target/quarkus-app",
            "processes-service/target/quarkus-app",
            "subscriptions-service/target/quarkus-app",
            "deploy/local/target/lib");

    /** Returns the prepared data for a suite, whether or not they exist. */
    static PreparedData of(Settings settings) {
        return new PreparedData(
                settings.root().resolve("deploy/local/target/prepared"), settings.root(), settings.publicUrl());
    }

    /** Keeps the data of a suite that has stopped. */
    void keep(DataDirectory suite) throws IOException {
        DataDirectory.remove(folder);
        FileTree.copy(suite.postgres(), folder.resolve(POSTGRES));
        FileTree.copy(suite.kafka(1), folder.resolve(KAFKA));
        Files.writeString(folder.resolve(BUILD), build());
    }

    /** Copies the data into the directory of a suite unless it has data, or another build or address made them. */
    void copyTo(DataDirectory suite) throws IOException {
        if (Files.exists(suite.postgres()) || Files.exists(suite.kafka(1)) || !isOfThisBuild()) {
            return;
        }
        var copy = suite.folder().resolve("prepared");
        DataDirectory.remove(copy);
        FileTree.copy(folder, copy);
        // The databases first: topics that an interruption leaves out are published again.
        Files.move(copy.resolve(POSTGRES), suite.postgres());
        Files.move(copy.resolve(KAFKA), suite.kafka(1));
        DataDirectory.remove(copy);
    }

    private boolean isOfThisBuild() throws IOException {
        var made = folder.resolve(BUILD);
        return Files.exists(made) && Files.readString(made).equals(build());
    }

    /** Returns the address, and the sizes and times of all programs. */
    private String build() throws IOException {
        var text = new StringBuilder(publicUrl).append('\n');
        for (var program : PROGRAMS) {
            try (var files = Files.walk(root.resolve(program))) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                    text.append(root.relativize(file))
                            .append(' ')
                            .append(Files.size(file))
                            .append(' ')
                            .append(Files.getLastModifiedTime(file))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }
}
