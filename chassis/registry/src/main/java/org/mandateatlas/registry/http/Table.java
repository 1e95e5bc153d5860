package org.mandateatlas.registry.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
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
    void write(OutputStream out) throws IOException {
        var schema = CsvSchema.builder();
        columns.forEach(schema::addColumn);
        try (var writer = new CsvMapper()
                .writer(schema.build().withHeader())
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .writeValues(out)) {
            for (var row : (Iterable<List<@Nullable Object>>) rows::iterator) {
                writer.write(row.stream().map(Table::text).toList());
            }
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
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
