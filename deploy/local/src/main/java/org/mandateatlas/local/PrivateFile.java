package org.mandateatlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that only its owner may read, written atomically. */
record PrivateFile(Path path) {

    void write(String text) throws IOException {
        Files.createDirectories(path.getParent());
        var unfinished = Files.createTempFile(
                path.getParent(),
                path.getFileName().toString(),
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, text);
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    }
}
