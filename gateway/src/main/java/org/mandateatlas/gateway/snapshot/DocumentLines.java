package org.mandateatlas.gateway.snapshot;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/**
 * The documents of a page as lines of a snapshot, byte for byte except for their {@code status}: it depends on the date, so it is
 * not part of the stored document but is inserted by the service after the id, and is removed here.
 */
final class DocumentLines {

    private static final byte[] ID = bytes("{\"id\":\"");
    private static final byte[] STATUS = bytes(",\"status\":\"");
    private static final byte[] END = bytes("}\n");

    private final byte[] start;
    private final Buffer written;
    private long documents;

    private DocumentLines(String stream, int size) {
        this.start = bytes("{\"stream\":\"" + stream + "\",\"document\":");
        this.written = Buffer.buffer(size + size / 8);
    }

    /** Returns the lines of a page. */
    static DocumentLines of(String stream, Buffer page) {
        var lines = new DocumentLines(stream, page.length());
        byte[] text = page.getBytes();
        int from = 0;
        for (int at = 0; at < text.length; at++) {
            if (text[at] == '\n') {
                lines.add(text, from, at);
                from = at + 1;
            }
        }
        if (from < text.length) {
            throw new IllegalStateException("the last line of a page has no end");
        }
        return lines;
    }

    Buffer text() {
        return written;
    }

    long documents() {
        return documents;
    }

    private void add(byte[] text, int from, int to) {
        written.appendBytes(start);
        int status = endOfId(text, from, to);
        if (starts(text, status, to, STATUS)) {
            written.appendBytes(text, from, status - from);
            int end = quote(text, status + STATUS.length, to) + 1;
            written.appendBytes(text, end, to - end);
        } else {
            written.appendBytes(text, from, to - from);
        }
        written.appendBytes(END);
        documents++;
    }

    /** Returns the index after the document's id; the start of the line if the line does not begin with an id. */
    private static int endOfId(byte[] text, int from, int to) {
        return starts(text, from, to, ID) ? quote(text, from + ID.length, to) + 1 : from;
    }

    private static int quote(byte[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] != '"') {
            at++;
        }
        return at;
    }

    private static boolean starts(byte[] text, int from, int to, byte[] start) {
        if (from + start.length > to) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (text[from + i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
