package org.mandateatlas.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about the extent of the dataset is up to date. With {@code atlas.docs.record} it is written instead. */
class DatasetTableTest {

    private static final Path PAGE = Path.of("../docs/dataset.md");

    @Test
    void pageIsUpToDate() throws IOException {
        var page = new DatasetTable().page();
        if (Boolean.getBoolean("atlas.docs.record")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(Files.readString(PAGE), page, "docs/dataset.md is out of date");
    }
}
