package org.mandateatlas.torture.check;

/**
 * A revision in the history of a document.
 *
 * @param change what the revision did, such as {@code retracted}
 * @param token note of the write
 */
public record HistoryRevision(String stream, long sequence, String id, int version, String change, String token) {

    /** Returns the name of the document among all streams. */
    public String document() {
        return stream + "/" + id;
    }

    boolean isRetraction() {
        return change.equals("retracted");
    }
}
