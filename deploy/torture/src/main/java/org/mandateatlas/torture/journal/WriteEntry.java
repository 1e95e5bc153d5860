package org.mandateatlas.torture.journal;

import org.jspecify.annotations.Nullable;

/**
 * A write of a document.
 *
 * @param invoked when the request was sent
 * @param completed when the response arrived, or the request failed
 * @param stream stream of the document
 * @param id id of the document
 * @param token unique word in the note and in the name of the document; the same for all lines of a batch
 * @param expected version that the condition names; 0 if the document must not exist
 * @param status status of the response; 0 without one
 * @param version version in the response; null if it names none
 */
public record WriteEntry(
        String client,
        int line,
        long invoked,
        long completed,
        WriteKind kind,
        String stream,
        String id,
        String token,
        int expected,
        OperationOutcome outcome,
        int status,
        @Nullable Integer version)
        implements Entry {

    /** Returns the name of the document among all streams. */
    public String document() {
        return stream + "/" + id;
    }
}
