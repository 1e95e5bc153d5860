package org.mandateatlas.gateway.compose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.Problem;
import org.mandateatlas.base.problem.ProblemResponse;

/**
 * A part that could not be had from its owner.
 *
 * @param part the field of the answer that it was for
 * @param owner the service that did not give it
 * @param collection the collection that it would have been read from
 * @param problem why
 * @param lastGood the last good copy that stands in its place; null when there is none and it is left out
 */
public record Missing(
        String part,
        String owner,
        String collection,
        Problem problem,
        @Nullable LastGood lastGood) {

    /**
     * How old a last good copy is.
     *
     * @param ageSeconds how long ago the owner gave it
     * @param position the point of the logs that it reflects
     */
    public record LastGood(long ageSeconds, Position position) {}

    /** Tells whether both are of one field and collection, so that one of them tells enough. */
    boolean isLike(Missing other) {
        return part.equals(other.part) && collection.equals(other.collection);
    }

    /** Returns the one that has more of its part missing: what is not there at all, or is older. */
    Missing orWorse(Missing other) {
        if (lastGood == null || other.lastGood == null) {
            return lastGood == null ? this : other;
        }
        return lastGood.ageSeconds() >= other.lastGood.ageSeconds() ? this : other;
    }

    /** Returns it as it stands in an answer. */
    public ObjectNode json() {
        ObjectNode json = Json.object()
                .put("part", part)
                .put("owner", owner)
                .put("collection", collection)
                .set("problem", Json.tree(ProblemResponse.document(problem).toBuffer()));
        if (lastGood == null) {
            return json.putNull("lastGood");
        }
        json.putObject("lastGood")
                .put("ageSeconds", lastGood.ageSeconds())
                .put("position", lastGood.position().toString());
        return json;
    }
}
