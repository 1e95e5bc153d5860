package org.mandateatlas.registry.http;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;

/** How a CSV response is written. */
@Schema(
        description =
                "`guarded` (default): texts that a spreadsheet would take for a formula are preceded by an apostrophe."
                        + " `bom`: likewise, and the response begins with a byte order mark, from which Excel recognizes UTF-8."
                        + " `raw`: texts as they are, for programs.")
public enum CsvDialect {
    GUARDED,
    BOM,
    RAW;

    /** The name of the query parameter. */
    public static final String PARAMETER = "csv";

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    /** Returns the dialect of a request. */
    static CsvDialect of(@Nullable String parameter) {
        return parameter == null
                ? GUARDED
                : valueOf(Parse.words(PARAMETER, List.of(parameter), CsvDialect.class)
                        .getFirst()
                        .toUpperCase(Locale.ROOT));
    }

    /** Returns a text as its cell contains it. */
    String cell(String text) {
        return this == RAW || text.isEmpty() || FORMULA_STARTS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
