package org.mandateatlas.gateway.reading;

import org.mandateatlas.gateway.compose.PartialResult;

/**
 * What a page is made of.
 *
 * @param composed the parts
 * @param pin the point that the first page was read at
 */
public record Pinned(PartialResult composed, Pin pin) {

    /** Returns this with what was read besides. */
    public Pinned and(Pinned other) {
        Pin both = pin;
        for (var part : other.pin.reached().sequences().entrySet()) {
            both = both.with(part.getKey(), part.getValue());
        }
        return new Pinned(composed.and(other.composed), both);
    }
}
