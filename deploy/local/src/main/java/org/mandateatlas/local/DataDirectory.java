package org.mandateatlas.local;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The directory with the data, keys and logs of a suite. */
record DataDirectory(Path folder) {

    /** Marks a directory as ours; no other directory is ever written to or emptied. */
    private static final String MARKER = "mandate-atlas";

    private static final int MOST_BROKERS = 9;

    Path postgres() {
        return folder.resolve("postgres");
    }

    /** Returns the directory of a broker, from 1 on. */
    Path kafka(int broker) {
        return folder.resolve(broker == 1 ? "kafka" : "kafka-" + broker);
    }

    Path keys() {
        return folder.resolve("keys");
    }

    Path passwords() {
        return folder.resolve("passwords");
    }

    Path run() {
        return folder.resolve("run");
    }

    LogFile log(String component) {
        return new LogFile(folder.resolve("logs").resolve(component + ".log"));
    }

    /** Creates the directory, or fails with the reason why it cannot be used. */
    void prepare() {
        try {
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve(MARKER))) {
                try (var files = Files.list(folder)) {
                    if (files.findAny().isPresent()) {
                        throw new LauncherFailure("The data directory " + folder
                                + " contains other files; set ATLAS_HOME to another directory.");
                    }
                }
                Files.createFile(folder.resolve(MARKER));
            }
            Files.createDirectories(folder.resolve("logs"));
            Files.createDirectories(run());
        } catch (IOException e) {
            throw new LauncherFailure("The data directory " + folder + " cannot be used (" + e + ").", e);
        }
    }

    /** Removes the data but not the keys; symbolic links are removed, not followed. */
    void removeData() {
        var data = new ArrayList<>(List.of(postgres(), passwords()));
        for (var broker = 1; broker <= MOST_BROKERS; broker++) {
            data.add(kafka(broker));
        }
        for (var path : data) {
            try {
                remove(path);
            } catch (IOException e) {
                throw new LauncherFailure("The old data in " + path + " cannot be removed (" + e + ").", e);
            }
        }
    }

    /** Removes the directory with everything in it. */
    void remove() throws IOException {
        remove(folder);
    }

    /** Removes a file or directory if it exists; symbolic links are removed, not followed. */
    static void remove(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
