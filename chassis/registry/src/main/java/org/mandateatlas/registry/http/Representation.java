package org.mandateatlas.registry.http;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;
import org.mandateatlas.registry.DocumentJson;

/**
 * A representation of a response.
 *
 * @param type its media type
 * @param writer writes the response
 */
public record Representation<T>(MediaType type, Writer<T> writer) {

    /** Writes the response and leaves the stream open. */
    @FunctionalInterface
    public interface Writer<T> {
        void write(T answer, OutputStream out) throws IOException;
    }

    /** JSON. */
    public static <T> Representation<T> json() {
        return new Representation<>(MediaType.APPLICATION_JSON_TYPE, DocumentJson::write);
    }

    /** CSV in the default dialect. */
    public static <T> Representation<T> csv(Function<T, Table> table) {
        return csv(table, CsvDialect.GUARDED);
    }

    /** CSV in the dialect of a request. */
    public static <T> Representation<T> csv(Function<T, Table> table, CsvRequest request) {
        return csv(table, request.dialect());
    }

    private static <T> Representation<T> csv(Function<T, Table> table, CsvDialect dialect) {
        return new Representation<>(
                new MediaType("text", "csv", "UTF-8"),
                (answer, out) -> table.apply(answer).write(dialect, out));
    }
}
