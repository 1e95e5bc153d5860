package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a suite with the shipped dataset for the first test class that needs one, and stops it after the last. The classes use it
 * one after the other, in their order: those that expect the dataset unchanged come first.
 */
final class SharedSuite implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedSuite.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LaunchedSuite.class;
    }

    @Override
    public LaunchedSuite resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Started.class, key -> Started.start(), Started.class)
                .suite();
    }

    private record Started(LaunchedSuite suite, Path folder) implements AutoCloseable {

        static Started start() {
            try {
                var folder = Files.createTempDirectory("atlas-suite");
                var suite = new LaunchedSuite(folder);
                var output = suite.up();
                assertTrue(output.contains("/v1/institutions/iom?validAt=2004-12-31"), output);
                return new Started(suite, folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws Exception {
            suite.down();
            Utils.delete(folder.toFile());
        }
    }
}
