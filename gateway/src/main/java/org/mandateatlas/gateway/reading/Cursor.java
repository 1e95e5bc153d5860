package org.mandateatlas.gateway.reading;

import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.gateway.page.PageLinks;

/**
 * The opaque text that leads from a page to the next: the point that the first was read at, the item to go on after, and what was
 * asked, so that the answer stays one answer.
 *
 * @param pin the point
 * @param place what the item is found by; texts without {@code |}
 */
public record Cursor(Pin pin, List<String> place) {

    private static final int DIGEST = 11;

    public Cursor {
        place = List.copyOf(place);
    }

    /**
     * Reads the cursor of a request; null when it has none.
     *
     * @throws ProblemException when it is not one of ours, or belongs to another question
     */
    public static @Nullable Cursor of(RoutingContext context) {
        String text = context.queryParams().get(PageLinks.CURSOR);
        if (text == null) {
            return null;
        }
        try {
            List<String> parts =
                    List.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", -1));
            if (parts.size() > 1) {
                var cursor = new Cursor(new Pin(Position.parse(parts.getFirst())), parts.subList(1, parts.size() - 1));
                if (cursor.text(context).equals(text)) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw refused();
    }

    /** Returns the refusal of a cursor that leads nowhere. */
    public static ProblemException refused() {
        return ProblemException.parameter(PageLinks.CURSOR, "is not one that a page of this very question gave");
    }

    /** Returns it as text, for the question of a request. */
    public String text(RoutingContext context) {
        String content = pin.reached() + "|" + String.join("|", place);
        String text = content + "|" + digest(content + "|" + question(context));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What was asked, but for the size of the page and where it begins. */
    private static String question(RoutingContext context) {
        var asked = new TreeMap<String, List<String>>();
        for (String name : context.queryParams().names()) {
            if (!name.equals(PageLinks.CURSOR) && !name.equals("limit")) {
                asked.put(name, context.queryParams().getAll(name));
            }
        }
        return context.normalizedPath() + asked;
    }

    private static String digest(String question) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(question.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
