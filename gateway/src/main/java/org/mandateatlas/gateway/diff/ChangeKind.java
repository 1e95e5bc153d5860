package org.mandateatlas.gateway.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** How a document differs between two sides. */
enum ChangeKind {
    /** In the world: it is valid on the second day only. */
    BEGAN,
    /** In the world: it is valid on the first day only. */
    ENDED,
    /** It is on both sides, and says something else. */
    CHANGED,
    /** In our knowledge: it is new. */
    RECORDED,
    /** In our knowledge: what was known of it was put right. */
    CORRECTED,
    /** In our knowledge: it was taken back. */
    RETRACTED,
    /** In our knowledge: it had been taken back, and stands again. */
    RESTORED;

    private static final String CHANGE = "change";

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ChangeKind ofWorld(Pair pair) {
        if (pair.before() == null) {
            return BEGAN;
        }
        return pair.after() == null ? ENDED : CHANGED;
    }

    /**
     * Tells what became of our knowledge of a document.
     *
     * @param within its revisions between the two instants, in order
     * @param isNew whether the first of all its revisions is among them
     */
    static ChangeKind ofKnowledge(Pair pair, List<JsonNode> within, boolean isNew) {
        if (pair.before() == null && (isNew || pair.isFirstVersion())) {
            return RECORDED;
        }
        String last = within.isEmpty() ? "" : within.getLast().path(CHANGE).asText();
        if (pair.after() == null && last.equals("retracted")) {
            return RETRACTED;
        }
        if (pair.before() == null
                && within.stream()
                        .anyMatch(revision -> revision.path(CHANGE).asText().equals("restored"))) {
            return RESTORED;
        }
        boolean corrected = !within.isEmpty() && within.stream().allMatch(ChangeKind::isCorrection);
        return corrected ? CORRECTED : CHANGED;
    }

    private static boolean isCorrection(JsonNode revision) {
        return revision.path("correction").asBoolean();
    }
}
