package org.mandateatlas.local.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hash of a revision in the chain of its stream, computed independently of the services. */
final class RevisionHash {

    /** The hash before the first revision. */
    static final String START = "0".repeat(64);

    private RevisionHash() {}

    /** Returns the hash of the texts of the fields in order; each is preceded by its length, and an absent one is a hyphen. */
    static String of(List<@Nullable String> fields) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var field : fields) {
                if (field == null) {
                    digest.update((byte) '-');
                } else {
                    var bytes = field.getBytes(StandardCharsets.UTF_8);
                    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                    digest.update(bytes);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
