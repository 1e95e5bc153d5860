package org.mandateatlas.registry.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.registry.citation.Citation;

/**
 * A response as rows below a header.
 *
 * @param columns the names of the columns
 * @param rows the rows, with a value or null for each column
 */
public record Table(List<String> columns, Stream<List<@Nullable Object>> rows) {

    /** Writes the table as CSV. */
    void write(CsvDialect dialect, OutputStream out) throws IOException {
        try (var writer = new CsvWriter(columns, dialect, out)) {
            for (var row : (Iterable<List<@Nullable Object>>) rows::iterator) {
                writer.write(row);
            }
        }
    }

    /** Joins ids to one value. */
    public static String joined(Stream<String> ids) {
        return String.join(";", ids.toList());
    }

    /** Joins distinct sources to one value. */
    public static String sources(Stream<Citation> citations) {
        return joined(citations.map(Citation::source).distinct());
    }
}
