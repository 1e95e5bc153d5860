package org.mandateatlas.registry.diff;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.mandateatlas.base.problem.ProblemException;

/**
 * The place of a difference among those of all services: when the document first changes, its stream and its id.
 *
 * @param time a day, or an instant to the microsecond
 * @param stream its stream
 * @param id its id
 */
record DiffOrder(String time, String stream, String id) {

    private static final Pattern FORM = Pattern.compile("([0-9TZ:.-]{10,27}) ([a-z-]{1,80}) ([a-z0-9-]{1,80})");
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    static DiffOrder of(LocalDate day, String stream, String id) {
        return new DiffOrder(day.toString(), stream, id);
    }

    static DiffOrder of(Instant instant, String stream, String id) {
        return new DiffOrder(INSTANT.format(instant), stream, id);
    }

    /** Reads an order key of differences along the axis. */
    static DiffOrder parse(String text, DiffAxis axis) {
        var parts = FORM.matcher(text);
        if (parts.matches()) {
            var order = new DiffOrder(parts.group(1), parts.group(2), parts.group(3));
            try {
                var time = axis == DiffAxis.WORLD ? order.day().toString() : INSTANT.format(order.instant());
                if (time.equals(order.time)) {
                    return order;
                }
            } catch (DateTimeException e) {
                // rejected below
            }
        }
        throw ProblemException.parameter("after", "is not the order of a difference along this axis");
    }

    LocalDate day() {
        return LocalDate.parse(time);
    }

    Instant instant() {
        return Instant.parse(time);
    }

    @Override
    public String toString() {
        return time + " " + stream + " " + id;
    }
}
