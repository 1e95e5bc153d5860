package org.mandateatlas.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The hash chain that reveals tampering with the log: each hash covers the revision and the previous hash.
 *
 * <p>A hash is SHA-256 over the parts of the revision in the order of {@link #hash}, each as the decimal length of its
 * UTF-8 form, a colon and that form; an absent part is {@code -}.
 */
final class HashChain {

    /** The hash before the first revision of a stream. */
    static final String START = "0".repeat(64);

    private HashChain() {}

    /** Returns the hash of a revision that follows the one with the given hash. */
    static String hash(String previous, Revision revision) {
        var digest = sha256();
        add(digest, previous);
        add(digest, revision.stream);
        add(digest, Long.toString(revision.sequence));
        add(digest, revision.documentId);
        add(digest, Integer.toString(revision.version));
        add(digest, revision.change);
        add(digest, Boolean.toString(revision.correction));
        add(digest, revision.recordedAt.toString());
        add(digest, revision.effective);
        add(digest, revision.actor);
        add(digest, revision.note);
        add(digest, revision.document);
        add(digest, revision.patch);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, @Nullable String part) {
        if (part == null) {
            digest.update((byte) '-');
            return;
        }
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
