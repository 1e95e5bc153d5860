package org.mandateatlas.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The generated passwords of the database roles and keys of the services, one private file each. */
record Passwords(Path folder) {

    /** Returns the password of a database role, or a key: 32 bytes in hexadecimal notation, generated on first use. */
    synchronized String of(String role) {
        var file = folder.resolve(role);
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[32];
                new SecureRandom().nextBytes(bytes);
                new PrivateFile(file).write(HexFormat.of().formatHex(bytes));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
