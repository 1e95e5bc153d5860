package org.mandateatlas.gateway.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class DocumentLinesTest {

    @Test
    void aDocumentStandsBesideItsStreamWithoutItsStatus() {
        assertEquals("""
                {"stream":"mandate","document":{"id":"iom-forum","version":2,"title":"Forum é \\"x\\""}}
                {"stream":"mandate","document":{"id":"b","version":1}}
                """, lines("""
                {"id":"iom-forum","status":"current","version":2,"title":"Forum é \\"x\\""}
                {"id":"b","status":"ended","version":1}
                """).text().toString());
    }

    @Test
    void onlyTheStatusBehindTheIdIsTakenOut() {
        assertEquals("""
                {"stream":"mandate","document":{"id":"a","version":1,"unStatus":[{"status":"outside"}],"status":"x"}}
                """, lines("""
                {"id":"a","version":1,"unStatus":[{"status":"outside"}],"status":"x"}
                """).text().toString());
    }

    @Test
    void documentsAreCounted() {
        assertEquals(2, lines("{}\n{}\n").documents());
        assertEquals(0, lines("").documents());
    }

    @Test
    void aLineWithoutAnEndIsNoLine() {
        assertThrows(IllegalStateException.class, () -> lines("{\"id\":\"a\""));
    }

    private static DocumentLines lines(String page) {
        return DocumentLines.of("mandate", Buffer.buffer(page));
    }
}
