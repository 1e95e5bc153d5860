package org.mandateatlas.registry.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.base.text.Sha256;
import org.mandateatlas.base.time.Times;
import org.mandateatlas.base.time.Validity.Status;
import org.mandateatlas.registry.StoredDocument;

/**
 * Entity tags of documents. A tag names everything that the body depends on.
 *
 * <p>The tag of a document is its version, such as {@code "3"}, with its status unless that is current, such as {@code "3-ended"}. The
 * tag of a view of it, by validAt, knownAt or fields, also has a digest of these parameters, and with the names of other documents one
 * of its content; it is no precondition of a write, which would replace the document by the view.
 */
final class DocumentTag {

    private static final Pattern TAG = Pattern.compile("(W/)?\"[^\"]*\"");
    private static final Pattern OF_DOCUMENT =
            Pattern.compile("\"([1-9]\\d{0,8})(?:-(?:" + String.join("|", EnumValues.of(Status.class)) + "))?\"");

    private static final int DIGEST_BYTES = 12;

    private DocumentTag() {}

    /** Returns the tag of a document. */
    static String of(StoredDocument stored, Status status) {
        return '"' + version(stored, status) + '"';
    }

    /** Returns the tag of a view of a document. */
    static String of(StoredDocument stored, Status status, Times times, List<String> fields) {
        if (times.equals(Times.NOW) && fields.isEmpty()) {
            return of(stored, status);
        }
        return '"' + version(stored, status) + "-view-" + digest(times.validAt() + "|" + times.knownAt() + "|" + fields)
                + '"';
    }

    /** Returns the tag of a view whose content also depends on other documents. */
    static String ofContent(StoredDocument stored, String content) {
        return "\"" + stored.version() + "-view-" + Sha256.hex(Sha256.of(content), DIGEST_BYTES) + '"';
    }

    /** Returns the tag of the JSON-LD representation of what a tag names. */
    static String linked(String tag) {
        return tag.substring(0, tag.length() - 1) + "-ld\"";
    }

    private static String version(StoredDocument stored, Status status) {
        return status == Status.CURRENT
                ? Integer.toString(stored.version())
                : stored.version() + "-" + EnumValues.of(status);
    }

    private static String digest(String view) {
        var checksum = new CRC32C();
        checksum.update(view.getBytes(StandardCharsets.UTF_8));
        return Long.toString(checksum.getValue(), Character.MAX_RADIX);
    }

    /**
     * Returns the versions that the tags of a precondition name; 0 for a tag that is not of a document.
     *
     * @throws ProblemException (400) if the header is not a list of entity tags
     */
    static List<Integer> versions(String header, String value) {
        var versions = new ArrayList<Integer>();
        for (var part : value.split(",", -1)) {
            var tag = part.strip();
            if (!TAG.matcher(tag).matches()) {
                throw ProblemException.header(header, "is not a list of quoted ETags such as \"3\"");
            }
            var version = OF_DOCUMENT.matcher(tag);
            versions.add(version.matches() ? Integer.parseInt(version.group(1)) : 0);
        }
        return List.copyOf(versions);
    }
}
