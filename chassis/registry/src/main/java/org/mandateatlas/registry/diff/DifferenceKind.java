package org.mandateatlas.registry.diff;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The kind of difference between two states of a document. */
@Schema(name = "DifferenceKind", description = "How a document differs between two times.")
public enum DifferenceKind {
    @Schema(description = "It is valid on the second day only.")
    BEGAN,
    @Schema(description = "It is valid on the first day only.")
    ENDED,
    @Schema(description = "It is in both states, with different content.")
    CHANGED,
    @Schema(description = "It is new in the registry.")
    RECORDED,
    @Schema(description = "Its record was corrected.")
    CORRECTED,
    @Schema(description = "It was retracted.")
    RETRACTED,
    @Schema(description = "It had been retracted and was restored.")
    RESTORED;

    /**
     * Returns how a document differs between two days.
     *
     * @param before whether it is valid on the first
     * @param after whether it is valid on the second
     */
    static DifferenceKind ofWorld(boolean before, boolean after) {
        if (!before) {
            return BEGAN;
        }
        return after ? CHANGED : ENDED;
    }

    /**
     * Returns how a document differs between two instants.
     *
     * @param before whether it is in the first state
     * @param after whether it is in the second state
     * @param revisions its revisions between the instants, in order
     */
    static DifferenceKind ofKnowledge(boolean before, boolean after, List<DiffRevision> revisions) {
        if (!before && revisions.getFirst().version() == 1) {
            return RECORDED;
        }
        if (!after && revisions.getLast().change().equals("retracted")) {
            return RETRACTED;
        }
        if (!before && revisions.stream().anyMatch(revision -> revision.change().equals("restored"))) {
            return RESTORED;
        }
        return revisions.stream().allMatch(DiffRevision::correction) ? CORRECTED : CHANGED;
    }
}
