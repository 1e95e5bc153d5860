package org.mandateatlas.base.time;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The period in which something held in the world, from the first day that its start allows to the last day that its end
 * allows.
 *
 * @param from when it began; null when unknown or always
 * @param to the last day on which it held; null when it still holds or nobody knows
 */
@Schema(description = "The period in which something held in the world; both ends belong to it.")
public record Validity(
        @Schema(description = "When it began; null when unknown.", nullable = true) @Nullable PartialDate from,

        @Schema(description = "The last day on which it held; null while it holds.", nullable = true) @Nullable PartialDate to) {

    /** A period without known ends. */
    public static final Validity ALWAYS = new Validity(null, null);

    /** How a period lies to a day: after it, around it, or before it. */
    @Schema(name = "Status", description = "How a period lies to a day: after it, around it, or before it.")
    public enum Status {
        /** The day is before the period. */
        PLANNED,
        /** The day is in the period. */
        CURRENT,
        /** The day is after the period. */
        ENDED
    }

    public Validity {
        if (from != null && to != null && to.lastDay().isBefore(from.firstDay())) {
            throw new IllegalArgumentException("the period ends (" + to + ") before it starts (" + from + ")");
        }
    }

    /** Returns the first day that belongs to the period; {@link LocalDate#MIN} when its start is unknown. */
    public LocalDate firstDay() {
        return from == null ? LocalDate.MIN : from.firstDay();
    }

    /** Returns the last day that belongs to the period; {@link LocalDate#MAX} when it is open. */
    public LocalDate lastDay() {
        return to == null ? LocalDate.MAX : to.lastDay();
    }

    /** Tells whether the day may belong to the period. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    /** Tells how the period lies to the day. */
    public Status on(LocalDate day) {
        if (day.isBefore(firstDay())) {
            return Status.PLANNED;
        }
        return day.isAfter(lastDay()) ? Status.ENDED : Status.CURRENT;
    }

    /**
     * Tells whether the two periods share a day whichever way their imprecise ends are read. Periods that meet within
     * one imprecise year or month do not.
     */
    public boolean certainlyOverlaps(Validity other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(Validity other) {
        var latestStart = from == null ? LocalDate.MIN : from.lastDay();
        var earliestEnd = other.to == null ? LocalDate.MAX : other.to.firstDay();
        return !latestStart.isAfter(earliestEnd);
    }
}
