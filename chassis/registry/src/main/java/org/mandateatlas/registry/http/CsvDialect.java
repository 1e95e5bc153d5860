package org.mandateatlas.registry.http;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;

/** How a CSV response is written. */
@Schema(description = "How a CSV response is written.")
enum CsvDialect {
    @Schema(
            description =
                    "Texts that a spreadsheet would take for a formula, such as those that begin with `=`, are preceded by an apostrophe.")
    GUARDED,
    @Schema(description = "As `guarded`, after a byte order mark, from which Excel recognizes UTF-8.")
    BOM,
    @Schema(description = "Texts as they are, for programs.")
    RAW;

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    /** Returns the dialect of a request. */
    static CsvDialect of(@Nullable String parameter) {
        return parameter == null
                ? GUARDED
                : valueOf(Parse.words("csv", List.of(parameter), CsvDialect.class)
                        .getFirst()
                        .toUpperCase(Locale.ROOT));
    }

    /** Returns a text as its cell contains it. */
    String cell(String text) {
        return this == RAW || text.isEmpty() || FORMULA_STARTS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
