package org.mandateatlas.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log yields the usage after a full collection and the maximum. */
class HeapLogTest {

    @TempDir
    Path folder;

    @Test
    void theLastFullCollectionDeterminesTheRemainingUsage() throws IOException {
        var file = Files.writeString(folder.resolve("heap.log"), """
                [0.020s][info][gc] Using Serial
                [1.100s][info][gc] GC(0) Pause Young (Allocation Failure) 34M->4M(123M) 3.456ms
                [2.100s][info][gc] GC(1) Pause Full (Allocation Failure) 481M->237M(494M) 2162.546ms
                [3.100s][info][gc] GC(2) Pause Young (Allocation Failure) 374M->254M(494M) 346.773ms
                [4.100s][info][gc] GC(3) Pause Full (Diagnostic Command) 341M->192M(494M) 998.913ms
                """);

        assertEquals(new HeapLog.Usage(192, 481), new HeapLog(file).usage());
    }
}
