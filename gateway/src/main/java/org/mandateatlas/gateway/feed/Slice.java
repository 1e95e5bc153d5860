package org.mandateatlas.gateway.feed;

import java.util.List;
import org.mandateatlas.gateway.position.Position;

/**
 * A piece of the feed.
 *
 * @param events events of all streams; those of one stream in sequence, those of different streams by when they were recorded
 * @param position the point after them, from which the feed goes on
 * @param atEnd whether there was nothing more at that moment
 */
public record Slice(List<ChangeEvent> events, Position position, boolean atEnd) {}
