package org.mandateatlas.registry.dataset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.mandateatlas.registry.DocumentJson;

/** A bundled document with the digest of its content, which tells whether it has been imported. */
record PendingDocument(BundledDocument document, String digest) {

    static PendingDocument of(BundledDocument document) {
        try {
            var text = DocumentJson.write(document.tree());
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new PendingDocument(document, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is a required algorithm", e);
        }
    }

    ImportRepository.Key key() {
        return new ImportRepository.Key(document.type().stream(), document.id());
    }
}
