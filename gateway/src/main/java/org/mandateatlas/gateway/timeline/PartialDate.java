package org.mandateatlas.gateway.timeline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as precise as its source, in EDTF: {@code 1951}, {@code 1951-12}, {@code 2004~}, {@code [2016..2018]}. Dates are ordered
 * by the first day that they allow; of those that begin on one day the most precise comes first.
 *
 * @param text the date as it was given
 * @param firstDay the first day that it allows
 * @param lastDay the last day that it allows
 */
public record PartialDate(String text, LocalDate firstDay, LocalDate lastDay) implements Comparable<PartialDate> {

    private static final String PLAIN = "\\d{4}(-\\d{2}(-\\d{2})?)?";
    private static final Pattern FORM = Pattern.compile(PLAIN + "[~?%]?|\\[" + PLAIN + "\\.\\." + PLAIN + "\\]");
    private static final int YEAR = 4;
    private static final int MONTH = 7;

    private static final Comparator<PartialDate> ORDER = Comparator.comparing(PartialDate::firstDay)
            .thenComparing(PartialDate::lastDay)
            .thenComparing(PartialDate::text);

    /** Reads a date; null when the text is none, or there is no text. */
    public static @Nullable PartialDate read(@Nullable String text) {
        if (text == null || !FORM.matcher(text).matches()) {
            return null;
        }
        String first = text;
        String last = text;
        if (text.startsWith("[")) {
            int middle = text.indexOf("..");
            first = text.substring(1, middle);
            last = text.substring(middle + 2, text.length() - 1);
        } else if (!Character.isDigit(text.charAt(text.length() - 1))) {
            first = text.substring(0, text.length() - 1);
            last = first;
        }
        try {
            LocalDate firstDay = day(first, false);
            LocalDate lastDay = day(last, true);
            return lastDay.isBefore(firstDay) ? null : new PartialDate(text, firstDay, lastDay);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDate day(String plain, boolean last) {
        return switch (plain.length()) {
            case YEAR -> LocalDate.of(Integer.parseInt(plain), last ? 12 : 1, last ? 31 : 1);
            case MONTH ->
                last
                        ? YearMonth.parse(plain).atEndOfMonth()
                        : YearMonth.parse(plain).atDay(1);
            default -> LocalDate.parse(plain);
        };
    }

    /** Tells whether it may be a day of a span; a side that is null is open. */
    public boolean mayLieWithin(@Nullable LocalDate from, @Nullable LocalDate to) {
        return (to == null || !firstDay.isAfter(to)) && (from == null || !lastDay.isBefore(from));
    }

    @Override
    public int compareTo(PartialDate other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text;
    }
}
