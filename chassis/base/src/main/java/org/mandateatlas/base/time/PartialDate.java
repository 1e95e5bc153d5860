package org.mandateatlas.base.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A date as precise as its source: a year, a month or a day, perhaps approximate or uncertain, or one day out of a range.
 *
 * <p>The years are 0001 to 9999. The forms are those of EDTF (ISO 8601-2): {@code 1951}, {@code 1951-12}, {@code 1951-12-05}, {@code 2004~},
 * {@code 2004?}, {@code 2004%}, and {@code [2016..2018]} for one unknown day of that range. The text is kept as given.
 */
@Schema(
        name = "PartialDate",
        type = SchemaType.STRING,
        description = "A date as precise as its source, in EDTF: 1951, 1951-12, 1951-12-05, 2004~ (approximate), 2004?"
                + " (uncertain), [2016..2018] (one day of that range). Years are 0001 to 9999.",
        pattern = PartialDate.PATTERN,
        examples = "2016-09-19")
public final class PartialDate {

    private static final String PLAIN = CalendarDate.YEAR + "(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?";

    static final String PATTERN = "^(" + PLAIN + "[~?%]?|\\[" + PLAIN + "\\.\\." + PLAIN + "\\])$";

    private static final Pattern FORM = Pattern.compile(PATTERN);

    private final String text;
    private final LocalDate firstDay;
    private final LocalDate lastDay;

    private PartialDate(String text, LocalDate firstDay, LocalDate lastDay) {
        this.text = text;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /**
     * Reads a date.
     *
     * @throws IllegalArgumentException with a sentence for the reader when the text is no such date
     */
    @JsonCreator
    public static PartialDate of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a date such as 1951, 1951-12 or 1951-12-05, in the years 0001 to 9999");
        }
        try {
            if (text.startsWith("[")) {
                var middle = text.indexOf("..");
                var first = firstDay(text.substring(1, middle));
                var last = lastDay(text.substring(middle + 2, text.length() - 1));
                if (last.isBefore(first)) {
                    throw new IllegalArgumentException("'" + text + "' ends before it starts");
                }
                return new PartialDate(text, first, last);
            }
            var plain = Character.isDigit(text.charAt(text.length() - 1)) ? text : text.substring(0, text.length() - 1);
            return new PartialDate(text, firstDay(plain), lastDay(plain));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a date of the calendar", e);
        }
    }

    private static LocalDate firstDay(String plain) {
        return switch (plain.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(plain), 1, 1);
            case 7 -> YearMonth.parse(plain).atDay(1);
            default -> LocalDate.parse(plain);
        };
    }

    private static LocalDate lastDay(String plain) {
        return switch (plain.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(plain), 12, 31);
            case 7 -> YearMonth.parse(plain).atEndOfMonth();
            default -> LocalDate.parse(plain);
        };
    }

    /** Returns the first day that the date allows. */
    public LocalDate firstDay() {
        return firstDay;
    }

    /** Returns the last day that the date allows. */
    public LocalDate lastDay() {
        return lastDay;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PartialDate that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    @JsonValue
    public String toString() {
        return text;
    }
}
