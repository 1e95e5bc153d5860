package org.mandateatlas.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.registry.citation.Cited;

/**
 * What the API, the log, the events and the dataset all carry: one record for each kind of document.
 *
 * <p>Its first three components are {@code id}, {@code version} and {@code recordedAt}; the registry sets the last two.
 */
public interface Document extends Dated, Cited {

    /** Returns the slug that names the document for ever. */
    String id();

    /** Returns the number of its version, from 1; null before it is registered. */
    @Nullable Integer version();

    /** Returns when that version was recorded; null before it is registered. */
    @Nullable Instant recordedAt();
}
