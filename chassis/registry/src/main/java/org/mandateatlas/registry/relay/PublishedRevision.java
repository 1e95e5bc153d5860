package org.mandateatlas.registry.relay;

import org.jspecify.annotations.Nullable;

/**
 * The last published revision of a stream.
 *
 * @param sequence its sequence; 0 if nothing has been published
 * @param offset its offset in the topic; null if unknown
 */
record PublishedRevision(long sequence, @Nullable Long offset) {}
