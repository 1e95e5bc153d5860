package org.mandateatlas.registry;

import java.time.Instant;

/**
 * The stored text of a document: id, version and record time, followed by the content.
 *
 * <p>Version and instant are known only once the stream is locked. The content is not parsed or written again for them.
 */
final class DocumentText {

    private static final String LAST_OF_VERSION = ",\"recordedAt\":";

    private DocumentText() {}

    /** Returns the text of one version. */
    static String of(String id, int version, Instant recordedAt, String content) {
        return "{\"id\":\"" + id + "\",\"version\":" + version + LAST_OF_VERSION + "\"" + recordedAt + "\"" + content;
    }

    /** Returns the content: everything after the instant, whatever the version. */
    static String content(String text) {
        var instant = text.indexOf(LAST_OF_VERSION) + LAST_OF_VERSION.length();
        var end = text.indexOf(',', instant);
        if (instant < LAST_OF_VERSION.length() || end < 0) {
            throw new IllegalArgumentException("a document begins with id, version and recordedAt");
        }
        return text.substring(end);
    }

    /** Returns the content as a separate JSON object. */
    static String object(String content) {
        return "{" + content.substring(1);
    }
}
