package org.mandateatlas.registry;

import org.jspecify.annotations.Nullable;

/**
 * The actor and the reason of a write.
 *
 * @param actor the writer
 * @param note the reason, in the writer's words
 * @param correction whether the record is corrected, as opposed to a change in the world
 * @param traceparent the span of the write; null when it is not traced
 */
public record ChangeMetadata(
        String actor,
        @Nullable String note,
        boolean correction,
        @Nullable String traceparent) {}
