package org.mandateatlas.base.time;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.jspecify.annotations.Nullable;

/** Days, dates of every form and precision, and periods of every kind. */
class AnyDates extends DomainContextBase {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.oneOf(between(LocalDate.of(1950, 1, 1), LocalDate.of(1953, 12, 31)), between(FIRST, LAST));
    }

    private static Arbitrary<LocalDate> between(LocalDate first, LocalDate last) {
        return Arbitraries.longs()
                .between(first.toEpochDay(), last.toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<PartialDate> dates() {
        return Arbitraries.oneOf(List.of(units(), ranges())).map(PartialDate::of);
    }

    private Arbitrary<String> plain() {
        return Combinators.combine(days(), Arbitraries.of(4, 7, 10))
                .as((day, length) -> day.toString().substring(0, length));
    }

    private Arbitrary<String> units() {
        return Combinators.combine(plain(), Arbitraries.of("", "~", "?", "%")).as((date, mark) -> date + mark);
    }

    private Arbitrary<String> ranges() {
        return Combinators.combine(plain(), plain())
                .as((one, other) -> one.compareTo(other) <= 0 ? range(one, other) : range(other, one));
    }

    private static String range(String first, String last) {
        return "[" + first + ".." + last + "]";
    }

    @Provide
    Arbitrary<Validity> periods() {
        return Combinators.combine(dates().injectNull(0.2), dates().injectNull(0.2))
                .as(AnyDates::period)
                .flatMap(AnyDates::perhapsAttested);
    }

    private static Arbitrary<Validity> perhapsAttested(Validity period) {
        var from = period.from();
        return period.to() == null && from != null
                ? Arbitraries.of(period, new Validity(from, null, from))
                : Arbitraries.just(period);
    }

    private static Validity period(@Nullable PartialDate one, @Nullable PartialDate other) {
        return one != null && other != null && other.lastDay().isBefore(one.firstDay())
                ? new Validity(other, one)
                : new Validity(one, other);
    }
}
