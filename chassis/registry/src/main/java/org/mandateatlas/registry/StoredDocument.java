package org.mandateatlas.registry;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Validity.Status;

/**
 * A stored version of a document.
 *
 * @param id the document's id
 * @param version the version
 * @param recordedAt when it was recorded
 * @param document its text; null when that version is a retraction
 * @param validFrom first day on which the document is valid
 * @param validTo last day on which it is valid
 * @param attestedTo last day on which it is valid and attested
 * @param rank how well it fits the search, 0 best
 */
public record StoredDocument(
        String id,
        int version,
        Instant recordedAt,
        @Nullable String document,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate attestedTo,
        int rank) {

    /** Returns the document with its text. */
    StoredDocument withText(String text) {
        return new StoredDocument(id, version, recordedAt, text, validFrom, validTo, attestedTo, rank);
    }

    /** Returns whether the document is valid on the day. */
    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validTo);
    }

    /** Returns the status of the document on the day. */
    public Status status(LocalDate day) {
        if (day.isBefore(validFrom)) {
            return Status.PLANNED;
        }
        if (day.isAfter(validTo)) {
            return Status.ENDED;
        }
        return day.isAfter(attestedTo) ? Status.UNCONFIRMED : Status.CURRENT;
    }
}
