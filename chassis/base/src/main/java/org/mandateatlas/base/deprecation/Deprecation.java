package org.mandateatlas.base.deprecation;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A declared deprecation.
 *
 * @param since the date of the deprecation
 * @param sunset the date on which it ends
 * @param successor path of the successor of a method, or the name of that of a parameter or field
 */
record Deprecation(LocalDate since, LocalDate sunset, String successor) {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private static final String POLICY = "</docs/versioning.md>; rel=\"deprecation\"; type=\"text/markdown\"";

    static Deprecation of(DeprecatedSince declared) {
        return of(declared.value(), declared.sunset(), declared.successor());
    }

    static Deprecation of(String since, String sunset, String successor) {
        return new Deprecation(LocalDate.parse(since), LocalDate.parse(sunset), successor);
    }

    /** Adds the headers of RFC 9745 and RFC 8594. */
    void addTo(MultivaluedMap<String, Object> headers) {
        headers.putSingle("Deprecation", "@" + start(since).getEpochSecond());
        headers.putSingle("Sunset", HTTP_DATE.format(start(sunset).atOffset(ZoneOffset.UTC)));
        if (successor.startsWith("/")) {
            headers.add(HttpHeaders.LINK, "<" + successor + ">; rel=\"successor-version\"");
        }
        headers.add(HttpHeaders.LINK, POLICY);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Returns the sentence for a description. */
    String sentence() {
        return "Deprecated since " + since + ", ends on " + sunset + "; use `" + successor + "`.";
    }
}
