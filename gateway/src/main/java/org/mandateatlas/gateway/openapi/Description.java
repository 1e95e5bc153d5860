package org.mandateatlas.gateway.openapi;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A description that the build packages as YAML and that is also served as JSON.
 *
 * @param yaml the packaged file
 * @param json the same as JSON, converted at the start on a worker thread
 */
@Schema(
        type = SchemaType.OBJECT,
        description = "A machine-readable description.",
        additionalProperties = Schema.True.class)
record Description(byte[] yaml, CompletableFuture<byte[]> json) {

    static Description of(String file) {
        var yaml = read(file);
        return new Description(yaml, CompletableFuture.supplyAsync(() -> toJson(yaml)));
    }

    static byte[] read(String file) {
        try (var resource = Description.class.getResourceAsStream(file)) {
            return Objects.requireNonNull(resource, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] toJson(byte[] yaml) {
        try {
            return new JsonMapper().writeValueAsBytes(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
