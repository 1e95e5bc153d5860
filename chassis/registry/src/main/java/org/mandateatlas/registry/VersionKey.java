package org.mandateatlas.registry;

import java.time.Instant;

/** A version in caches. The instant tells versions apart that registries with different contents give the same number. */
record VersionKey(String stream, String id, int version, Instant recordedAt) {

    static VersionKey of(DocumentType<?> type, StoredDocument stored) {
        return new VersionKey(type.stream(), stored.id(), stored.version(), stored.recordedAt());
    }
}
