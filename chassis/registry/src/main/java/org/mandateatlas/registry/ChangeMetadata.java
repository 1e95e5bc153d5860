package org.mandateatlas.registry;

import org.jspecify.annotations.Nullable;

/**
 * The actor and the reason of a write.
 *
 * @param actor who
 * @param note why, in the writer's words
 * @param correction whether our knowledge is put right, rather than the world having changed
 * @param traceparent the span in which it is written; null when nobody traces it
 */
public record ChangeMetadata(
        String actor,
        @Nullable String note,
        boolean correction,
        @Nullable String traceparent) {}
