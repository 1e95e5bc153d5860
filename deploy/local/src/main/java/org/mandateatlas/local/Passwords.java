package org.mandateatlas.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The generated passwords of the database roles, one private file each. */
record Passwords(Path folder) {

    /** Returns the role's password, generating it on first use. */
    synchronized String of(String role) {
        var file = folder.resolve(role);
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[24];
                new SecureRandom().nextBytes(bytes);
                new PrivateFile(file).write(HexFormat.of().formatHex(bytes));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
