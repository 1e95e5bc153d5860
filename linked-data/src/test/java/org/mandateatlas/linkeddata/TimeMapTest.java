package org.mandateatlas.linkeddata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mandateatlas.edge.PublicAddress;
import org.mandateatlas.linkeddata.TimeMap.Version;

class TimeMapTest {

    private static final PublicAddress ADDRESS = new PublicAddress("https", "atlas.example", 443);
    private static final Instant START = Instant.parse("2026-11-26T12:00:00.5Z");

    @Test
    void theFirstAndTheLastVersionAreMarked() {
        var page = map(3).page(1);
        assertTrue(
                page.contains(
                        "<https://atlas.example/v1/mandates/iom-forum/versions/1>; rel=\"first memento\"; datetime=\"Thu, 26 Nov 2026 12:00:00 GMT\""));
        assertTrue(page.contains("versions/2>; rel=\"memento\""));
        assertTrue(page.contains("versions/3>; rel=\"last memento\""));
        assertTrue(page.contains("<https://atlas.example/v1/mandates/iom-forum>; rel=\"original timegate\""));
        assertFalse(page.contains("?page="));
    }

    @Test
    void manyVersionsHavePagesThatNameEachOther() {
        var map = map(TimeMap.PAGE_SIZE + 1);
        assertEquals(2, map.pages());
        assertTrue(map.page(1).contains("?page=2>; rel=\"timemap\""));
        assertTrue(map.page(2).contains("/timemap/mandates/iom-forum>; rel=\"timemap\""));
        assertTrue(map.page(2).contains("versions/" + (TimeMap.PAGE_SIZE + 1) + ">; rel=\"last memento\""));
        assertFalse(map.page(2).contains("versions/" + TimeMap.PAGE_SIZE + ">"));
    }

    @Test
    void aDocumentWithoutReadableVersionsHasOnePage() {
        var map = new TimeMap(ADDRESS, "mandates/iom-forum", List.of());
        assertEquals(1, map.pages());
        assertTrue(map.page(1).contains("rel=\"self\""));
    }

    private static TimeMap map(int versions) {
        return new TimeMap(
                ADDRESS,
                "mandates/iom-forum",
                IntStream.rangeClosed(1, versions)
                        .mapToObj(number -> new Version(number, START.plusSeconds(number - 1L)))
                        .toList());
    }
}
