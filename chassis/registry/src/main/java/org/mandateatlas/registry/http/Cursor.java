package org.mandateatlas.registry.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.text.Slug;
import org.mandateatlas.registry.Query.After;

/**
 * The opaque text that leads from a page to the next: the instant that the first page was read at, so that pages never
 * shift, the document to go on after, and what was asked, so that the answer stays one answer.
 */
final class Cursor {

    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private Cursor() {}

    /** Returns the cursor that goes on after a document. */
    static String write(After after, String question) {
        var place = String.join("|", after.knownAt().toString(), Integer.toString(after.rank()), after.id());
        var text = place + "|" + digest(place + "|" + question);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor.
     *
     * @throws ProblemException when it is not one of ours, or belongs to another question
     */
    static After read(String cursor, String question) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", -1);
            if (parts.length == 4) {
                var after = new After(Instant.parse(parts[0]), Integer.parseInt(parts[1]), parts[2]);
                if (Slug.is(after.id()) && isKnowable(after.knownAt()) && cursor.equals(write(after, question))) {
                    return after;
                }
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // told below
        }
        throw ProblemException.parameter("cursor", "is not one that a page of this very question gave");
    }

    private static boolean isKnowable(Instant instant) {
        return !instant.isBefore(Instant.EPOCH) && instant.isBefore(END);
    }

    private static String digest(String question) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(question.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 11);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
