package org.mandateatlas.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.registry.citation.Cited;

/**
 * A document, as in the API, the log, the events and the dataset: one record per kind.
 *
 * <p>Its first three components are {@code id}, {@code version} and {@code recordedAt}; the registry sets the last two.
 */
public interface Document extends Dated, Cited {

    /** Returns the id, which never changes. */
    String id();

    /** Returns the version number, from 1, or null before it is registered. */
    @Nullable Integer version();

    /** Returns when the version was recorded, or null before it is registered. */
    @Nullable Instant recordedAt();
}
