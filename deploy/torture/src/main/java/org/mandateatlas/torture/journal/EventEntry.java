package org.mandateatlas.torture.journal;

/**
 * An event that a client received.
 *
 * @param at when it was received
 * @param stream its stream
 * @param sequence its sequence in the stream
 * @param id id of the document
 * @param version version of the document
 * @param token note of the write
 */
public record EventEntry(
        String client,
        int line,
        long at,
        EventSource source,
        String stream,
        long sequence,
        String id,
        int version,
        String token)
        implements Entry {

    /** Returns the name of the document among all streams. */
    public String document() {
        return stream + "/" + id;
    }
}
