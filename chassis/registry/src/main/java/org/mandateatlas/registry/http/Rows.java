package org.mandateatlas.registry.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.StoredDocument;

/** Writes documents one per line. */
interface Rows {

    /** Writes some documents. */
    void write(List<StoredDocument> documents);

    /** Flushes buffered output. */
    void end();

    /** One JSON document per line. */
    static Rows ndjson(DocumentRenderer view, OutputStream out) {
        return new Rows() {
            @Override
            public void write(List<StoredDocument> documents) {
                try {
                    for (var document : documents) {
                        out.write(view.bytes(document));
                        out.write('\n');
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void end() {
                // nothing is buffered
            }
        };
    }

    /** One document per row below a header; lists of plain values are joined by semicolons, nested values are JSON. */
    static Rows csv(DocumentRenderer view, CsvDialect dialect, OutputStream out) {
        var fields = DocumentRenderer.fields(view.type()).stream()
                .filter(field -> view.fields() == null || view.fields().contains(field))
                .toList();
        CsvWriter writer;
        try {
            writer = new CsvWriter(fields, dialect, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Rows() {
            @Override
            public void write(List<StoredDocument> documents) {
                try {
                    for (var document : documents) {
                        var tree = view.tree(document);
                        writer.write(fields.stream()
                                .map(field -> cell(tree.get(field)))
                                .toList());
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void end() {
                try {
                    writer.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static @Nullable Object cell(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isNumber()) {
            return value.decimalValue();
        }
        if (value.isArray()) {
            var texts = new ArrayList<String>();
            for (var item : value) {
                if (!item.isValueNode()) {
                    return DocumentJson.write(value);
                }
                texts.add(item.asText());
            }
            return String.join(";", texts);
        }
        return value.isValueNode() ? value.asText() : DocumentJson.write(value);
    }
}
