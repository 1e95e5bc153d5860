package org.mandateatlas.registry;

import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * A revision without its sequence: everything that can be prepared before the stream is locked.
 *
 * @param stream the stream
 * @param id the document
 * @param version the version that it makes
 * @param change the type of change, in domain terms
 * @param effective when it happens in the world, in EDTF; null when unknown
 * @param content the content of the document's text; null for a retraction
 * @param patch JSON patch from the content before; null unless the document existed and still does
 * @param metadata the writer and the reason
 */
record Draft(
        String stream,
        String id,
        int version,
        String change,
        @Nullable String effective,
        @Nullable String content,
        @Nullable String patch,
        ChangeMetadata metadata) {

    /** Prepares a new version of a document. */
    static <D extends Document> Draft of(
            DocumentType<D> type, ValidDocument<D> valid, LastVersion last, ChangeMetadata metadata) {
        var document = valid.document();
        var change = change(type, last, document, metadata);
        return new Draft(
                type.stream(),
                document.id(),
                last.number() + 1,
                change,
                Effective.of(change, type.ending(), document.validity()),
                valid.content(),
                last.document() == null ? null : patch(last.document(), valid.content()),
                metadata);
    }

    /** Prepares the retraction of a document. */
    static Draft retraction(String stream, String id, LastVersion last, ChangeMetadata metadata) {
        return new Draft(stream, id, last.number() + 1, "retracted", last.effective(), null, null, metadata);
    }

    private static <D extends Document> String change(
            DocumentType<D> type, LastVersion last, D document, ChangeMetadata metadata) {
        if (last.number() == 0) {
            return type.change(null, document);
        }
        if (last.document() == null) {
            return "restored";
        }
        return metadata.correction()
                ? "corrected"
                : type.change(DocumentJson.stored(last.document(), type.record()), document);
    }

    private static String patch(String before, String content) {
        return JsonPatches.between(DocumentText.object(DocumentText.content(before)), DocumentText.object(content));
    }

    /** Creates the next revision of the locked stream and advances the stream. */
    Revision append(StreamHead head, Clock clock) {
        var revision = new Revision();
        revision.stream = stream;
        revision.sequence = head.sequence + 1;
        revision.documentId = id;
        revision.version = version;
        revision.change = change;
        revision.correction = metadata.correction();
        revision.recordedAt = head.nextInstant(clock);
        revision.effective = effective;
        revision.actor = metadata.actor();
        revision.note = metadata.note();
        revision.traceparent = metadata.traceparent();
        if (content == null) {
            revision.patch = JsonPatches.REMOVAL;
        } else {
            var text = DocumentText.of(id, version, revision.recordedAt, content);
            revision.document = text;
            revision.patch = patch == null
                    ? JsonPatches.addition(text)
                    : JsonPatches.ofVersion(version, revision.recordedAt, patch);
        }
        revision.hash = HashChain.hash(head.hash, revision);
        head.advance(revision);
        return revision;
    }
}
