package org.mandateatlas.base.time;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.openapi.Term;

/**
 * A period of valid time, from the first day that its start allows to the last day that its end allows.
 *
 * <p>What rests on an act holds until an act ends it. Practice is attested by sources of certain days: without a known end it is
 * unconfirmed after the last of them.
 *
 * @param from the start, or null if unknown or unbounded
 * @param to the last day, or null if open or unknown
 * @param lastAttested the last date for which a source shows it; null if its end is known or if it holds until an act ends it
 */
@Schema(description = "The period in which something held in the world, including both ends.")
public record Validity(
        @Schema(description = "When it began; null when unknown.", nullable = true) @Term("dcat:startDate") @Nullable PartialDate from,

        @Schema(
                description = "The last day on which it held; null while it holds or if no end is known.",
                nullable = true)
        @Term("dcat:endDate")
        @Nullable PartialDate to,

        @Schema(
                description = "The last date for which a source shows it, where no end is known; after it the status is"
                        + " `unconfirmed`. Null if it holds until an act ends it. Not allowed with `to`.",
                nullable = true)
        @Nullable PartialDate lastAttested) {

    /** A period without known ends. */
    public static final Validity ALWAYS = new Validity(null, null);

    /** The relation of a period to a day. */
    @Schema(name = "Status", description = "The relation of a period to a day.")
    public enum Status {
        @Schema(description = "The period begins after the day.")
        PLANNED,
        @Schema(description = "The day is in the period.")
        CURRENT,
        @Schema(description = "No end is known, but no source shows it on the day: the last attestation is earlier.")
        UNCONFIRMED,
        @Schema(description = "The period ended before the day.")
        ENDED
    }

    public Validity {
        if (from != null && to != null && to.lastDay().isBefore(from.firstDay())) {
            throw new IllegalArgumentException("the period ends (" + to + ") before it starts (" + from + ")");
        }
    }

    /** Creates a period that holds until its end, whether attested or not. */
    public Validity(@Nullable PartialDate from, @Nullable PartialDate to) {
        this(from, to, null);
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
        if (day.isAfter(lastDay())) {
            return Status.ENDED;
        }
        return day.isAfter(lastAttestedDay()) ? Status.UNCONFIRMED : Status.CURRENT;
    }

    /** Returns the last day on which it is known to have held, or {@link LocalDate#MAX} if it holds until an act ends it. */
    public LocalDate lastAttestedDay() {
        return lastAttested == null || to != null ? lastDay() : lastAttested.lastDay();
    }

    /** Returns why a document may not have the last attestation; null if it may. */
    public @Nullable String refusedAttestation() {
        if (lastAttested == null) {
            return null;
        }
        if (to != null) {
            return "is not allowed with to (" + to + ")";
        }
        return from != null && lastAttested.lastDay().isBefore(from.firstDay())
                ? "is before from (" + from + ")"
                : null;
    }

    /**
     * Returns whether two periods share a day in every reading of their imprecise ends. Periods that meet within one
     * imprecise year or month do not; a period that is no longer attested may have ended.
     */
    public boolean certainlyOverlaps(Validity other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(Validity other) {
        var latestStart = from == null ? LocalDate.MIN : from.lastDay();
        var end = other.to == null ? other.lastAttested : other.to;
        var earliestEnd = end == null ? LocalDate.MAX : end.firstDay();
        return !latestStart.isAfter(earliestEnd);
    }
}
