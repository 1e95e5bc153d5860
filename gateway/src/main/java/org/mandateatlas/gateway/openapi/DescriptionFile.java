package org.mandateatlas.gateway.openapi;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * A description that the build packages as YAML and that is also served as JSON.
 *
 * @param yaml the packaged file
 * @param json the same as JSON, converted at the start on a worker thread
 */
record DescriptionFile(byte[] yaml, CompletableFuture<byte[]> json) {

    static DescriptionFile of(String file) {
        var yaml = read(file);
        return new DescriptionFile(yaml, CompletableFuture.supplyAsync(() -> toJson(yaml)));
    }

    static byte[] read(String file) {
        try (var resource = DescriptionFile.class.getResourceAsStream(file)) {
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
