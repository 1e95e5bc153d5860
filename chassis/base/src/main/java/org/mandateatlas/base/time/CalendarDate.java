package org.mandateatlas.base.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Parses dates of the form 2004-12-31 in the years 0001 to 9999, which the date types of all clients can represent. */
public final class CalendarDate {

    /** The years as a regular expression. */
    static final String YEAR = "([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])";

    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private CalendarDate() {}

    /**
     * Parses a date.
     *
     * @throws DateTimeException if the calendar has no such date
     * @throws IllegalArgumentException if the text has another form
     */
    public static LocalDate parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a date such as 2004-12-31");
        }
        return checked(LocalDate.parse(text));
    }

    /** Returns the date if its year is from 0001 to 9999. */
    static LocalDate checked(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new DateTimeException("the year is not from 0001 to 9999");
        }
        return date;
    }
}
