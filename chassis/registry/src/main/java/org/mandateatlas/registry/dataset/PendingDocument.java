package org.mandateatlas.registry.dataset;

import java.util.HexFormat;
import org.mandateatlas.base.text.Sha256;
import org.mandateatlas.registry.DocumentJson;

/** A bundled document and the digest of its content, which shows whether it was imported. */
record PendingDocument(BundledDocument document, String digest) {

    static PendingDocument of(BundledDocument document) {
        var digest = Sha256.of(DocumentJson.write(document.tree()));
        return new PendingDocument(document, HexFormat.of().formatHex(digest));
    }

    ImportRepository.Key key() {
        return new ImportRepository.Key(document.type().stream(), document.id());
    }
}
