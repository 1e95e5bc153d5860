package org.mandateatlas.local;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folder that a suite keeps its data, keys and logs in. */
record DataDirectory(Path folder) {

    /** Says of a folder that it is ours, so that no other folder is ever written to or emptied. */
    private static final String MARK = "mandate-atlas";

    private static final List<String> DATA = List.of("postgres", "kafka", "passwords");

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path kafka() {
        return folder.resolve("kafka");
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

    LogFile log(String part) {
        return new LogFile(folder.resolve("logs").resolve(part + ".log"));
    }

    /** Makes the folder ready for use, or says why it cannot be used. */
    void prepare() {
        try {
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve(MARK))) {
                try (var files = Files.list(folder)) {
                    if (files.findAny().isPresent()) {
                        throw new LauncherFailure("The data folder " + folder
                                + " holds other things than Mandate Atlas; choose another with ATLAS_HOME.");
                    }
                }
                Files.createFile(folder.resolve(MARK));
            }
            Files.createDirectories(folder.resolve("logs"));
            Files.createDirectories(run());
        } catch (IOException e) {
            throw new LauncherFailure("The data folder " + folder + " cannot be used (" + e + ").", e);
        }
    }

    /** Removes the data and keeps the keys; links are removed, never followed. */
    void removeData() {
        for (var name : DATA) {
            try {
                remove(folder.resolve(name));
            } catch (IOException e) {
                throw new LauncherFailure(
                        "The old data in " + folder.resolve(name) + " cannot be removed (" + e + ").", e);
            }
        }
    }

    private static void remove(Path path) throws IOException {
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
