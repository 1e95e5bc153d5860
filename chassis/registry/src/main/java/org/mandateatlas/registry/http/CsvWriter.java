package org.mandateatlas.registry.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes CSV (RFC 4180) in UTF-8: a header and rows, with lines that end in CRLF. */
final class CsvWriter implements AutoCloseable {

    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private final CsvDialect dialect;
    private final SequenceWriter rows;

    /** Opens a writer, which leaves the stream open. */
    CsvWriter(List<String> columns, CsvDialect dialect, OutputStream out) throws IOException {
        this.dialect = dialect;
        if (dialect == CsvDialect.BOM) {
            out.write(BYTE_ORDER_MARK);
        }
        var schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
        columns.forEach(schema::addColumn);
        this.rows = new CsvMapper()
                .writer(schema.build())
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .writeValues(out);
    }

    /** Writes a row: numbers and truth values as they are, null as an empty cell, anything else as text. */
    void write(List<? extends @Nullable Object> values) throws IOException {
        rows.write(values.stream().map(this::cell).toList());
    }

    private String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> dialect.cell(value.toString());
        };
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
