package org.mandateatlas.registry;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;

/**
 * A prepared revision that waits for its place in the log.
 *
 * @param draft the revision without its sequence
 * @param entry its index entry; null for a retraction
 * @param references the documents of this service that it refers to
 */
record Append(Draft draft, @Nullable IndexEntry entry, List<Reference> references) {

    /** Returns the index entry of a version that is no retraction. */
    IndexEntry indexed() {
        return Objects.requireNonNull(entry);
    }

    boolean retracts() {
        return entry == null;
    }

    /** What became of an append. */
    sealed interface Outcome {

        /** The revision is in the log, at a position that includes it. */
        record Appended(Revision revision, String position) implements Outcome {}

        /** The document is at another version than the draft was prepared for; nothing was written. */
        record Intervened() implements Outcome {}

        /** A rule of the registry forbids it; nothing was written. */
        record Refused(ProblemException reason) implements Outcome {}
    }
}
