package org.mandateatlas.base.time;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A period of valid time, from the first day that its start allows to the last day that its end allows.
 *
 * @param from the start, or null if unknown or unbounded
 * @param to the last day, or null if open or unknown
 */
@Schema(description = "The period in which something held in the world, including both ends.")
public record Validity(
        @Schema(description = "When it began; null when unknown.", nullable = true) @Nullable PartialDate from,

        @Schema(description = "The last day on which it held; null while it holds.", nullable = true) @Nullable PartialDate to) {

    /** A period without known ends. */
    public static final Validity ALWAYS = new Validity(null, null);

    /** The relation of a period to a day. */
    @Schema(name = "Status", description = "The relation of a period to a day.")
    public enum Status {
        @Schema(description = "The period begins after the day.")
        PLANNED,
        @Schema(description = "The day is in the period.")
        CURRENT,
        @Schema(description = "The period ended before the day.")
        ENDED
    }

    public Validity {
        if (from != null && to != null && to.lastDay().isBefore(from.firstDay())) {
            throw new IllegalArgumentException("the period ends (" + to + ") before it starts (" + from + ")");
        }
    }

    /** Returns the first day of the period, or {@link LocalDate#MIN} if its start is unknown. */
    public LocalDate firstDay() {
        return from == null ? LocalDate.MIN : from.firstDay();
    }

    /** Returns the last day of the period, or {@link LocalDate#MAX} if it is open. */
    public LocalDate lastDay() {
        return to == null ? LocalDate.MAX : to.lastDay();
    }

    /** Returns whether the period may contain the day. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    /** Returns the status of the period on the day. */
    public Status on(LocalDate day) {
        if (day.isBefore(firstDay())) {
            return Status.PLANNED;
        }
        return day.isAfter(lastDay()) ? Status.ENDED : Status.CURRENT;
    }

    /**
     * Returns whether two periods share a day in every reading of their imprecise ends. Periods that meet within one
     * imprecise year or month do not.
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
