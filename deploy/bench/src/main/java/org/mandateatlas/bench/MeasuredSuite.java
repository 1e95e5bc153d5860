package org.mandateatlas.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The suite with the bundled dataset and temporary data, started when it is first needed; several parts measure the same one. */
final class MeasuredSuite implements AutoCloseable {

    private final Path root;
    private @Nullable Path data;
    private @Nullable SuiteProcess process;

    MeasuredSuite(Path root) {
        this.root = root;
    }

    /** Returns the running suite. */
    SuiteProcess process() throws IOException, InterruptedException {
        if (process == null) {
            data = SuiteProcess.temporaryData();
            process = SuiteProcess.start(root, data, Map.of());
        }
        return process;
    }

    /** Returns the directory of its data. */
    Path data() {
        return Objects.requireNonNull(data);
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        if (data != null) {
            BenchmarkEnvironment.delete(data);
        }
    }
}
