package org.mandateatlas.gateway.compose;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.request.Parameters;

/**
 * The two times that an answer is asked for.
 *
 * @param validAt the day of the world; null for all that there ever was
 * @param knownAt the instant of our knowledge; null for now
 */
public record Times(@Nullable LocalDate validAt, @Nullable Instant knownAt) {

    /** Reads both from the parameters of a request. */
    public static Times of(Parameters parameters, Clock clock) {
        return new Times(parameters.day("validAt"), parameters.instant("knownAt", clock));
    }

    /** Returns the same without the day. */
    public Times ofAllDays() {
        return new Times(null, knownAt);
    }

    /** Returns path and query of a read at both times. */
    public String at(String uri) {
        var text = new StringBuilder(uri);
        char separator = uri.indexOf('?') < 0 ? '?' : '&';
        if (validAt != null) {
            text.append(separator).append("validAt=").append(validAt);
            separator = '&';
        }
        if (knownAt != null) {
            text.append(separator).append("knownAt=").append(knownAt);
        }
        return text.toString();
    }
}
