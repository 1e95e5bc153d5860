package org.mandateatlas.gateway.reading;

import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;

/**
 * How far the stream of each part went when the first page of an answer was read. A part that could not be read then is not named,
 * and stays out to the last page, so that pages never shift.
 *
 * @param reached the sequence of each part's stream, by the name of the part
 */
public record Pin(Position reached) {

    /** Nothing was read. */
    static final Pin NOTHING = new Pin(Position.START);

    Pin with(String part, long sequence) {
        return new Pin(reached.with(part, sequence));
    }

    /** Returns how far a part went; null when it was not read. */
    @Nullable Long of(String part) {
        return reached.sequences().get(part);
    }
}
