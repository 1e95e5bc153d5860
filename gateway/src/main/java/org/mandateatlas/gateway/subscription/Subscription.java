package org.mandateatlas.gateway.subscription;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish to be told of changes.
 *
 * @param id id of the subscription
 * @param number its place in the order of creation
 * @param owner whose it is
 * @param settings what the owner says
 * @param pauseReason why it stands still; null while it is active
 * @param pausedAt since when it stands still; null while it is active
 * @param version counts what its owner, or giving up, has changed
 * @param createdAt when it was made
 * @param updatedAt when it got its version
 * @param progress how far it has been told
 */
public record Subscription(
        String id,
        long number,
        String owner,
        Settings settings,
        @Nullable PauseReason pauseReason,
        @Nullable Instant pausedAt,
        int version,
        Instant createdAt,
        Instant updatedAt,
        Progress progress) {

    JsonObject toJson() {
        return new JsonObject()
                .put("id", id)
                .put("owner", owner)
                .put("url", settings.url())
                .put("description", settings.description())
                .put("filter", settings.filter().toJson())
                .put("state", settings.state().word())
                .put("pauseReason", pauseReason == null ? null : pauseReason.word())
                .put("pausedAt", pausedAt == null ? null : pausedAt.toString())
                .put("version", version)
                .put("createdAt", createdAt.toString())
                .put("updatedAt", updatedAt.toString())
                .put("progress", progress.toJson());
    }

    /** Whether it is told of changes. */
    public enum State {
        /** It is told. */
        ACTIVE,
        /** It is not, and goes on from where it stands when it is active again. */
        PAUSED;

        String word() {
            return Words.of(this);
        }
    }

    /** Why a subscription stands still. */
    public enum PauseReason {
        /** Its owner wants it to. */
        REQUESTED,
        /** The receiver said that it is gone. */
        GONE,
        /** The receiver has failed for too long. */
        FAILING;

        String word() {
            return Words.of(this);
        }
    }

    /**
     * What the owner of a subscription says of it.
     *
     * @param url where events go
     * @param description what it is for
     * @param filter which changes it wants
     * @param state whether it wants to be told
     */
    public record Settings(String url, @Nullable String description, SubscriptionFilter filter, State state) {}

    /**
     * How far a subscription has been told.
     *
     * @param position the point of the feed up to which everything wanted has been delivered
     * @param attempts how often the next event was tried in vain
     * @param failingSince since when it has been tried in vain
     * @param nextAttemptAt when it is tried again
     * @param lastDeliveredAt when something was delivered last
     */
    public record Progress(
            String position,
            int attempts,
            @Nullable Instant failingSince,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant lastDeliveredAt) {

        private JsonObject toJson() {
            return new JsonObject()
                    .put("position", position)
                    .put("attempts", attempts)
                    .put("failingSince", failingSince == null ? null : failingSince.toString())
                    .put("nextAttemptAt", nextAttemptAt == null ? null : nextAttemptAt.toString())
                    .put("lastDeliveredAt", lastDeliveredAt == null ? null : lastDeliveredAt.toString());
        }
    }
}
