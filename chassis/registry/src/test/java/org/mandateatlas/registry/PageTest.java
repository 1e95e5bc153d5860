package org.mandateatlas.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.registry.Query.After;

/** A page holds so many documents, and leads to the next when there are more. */
class PageTest {

    private static final Instant PIN = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void theDocumentBeyondTheLimitOnlyTellsThatThereAreMore() {
        var page = Page.of("bridge:3", PIN, 2, List.of(stored("a", 0), stored("b", 1), stored("c", 2)));
        assertEquals(List.of(stored("a", 0), stored("b", 1)), page.items());
        assertEquals(new After(PIN, 1, "b"), page.next());
    }

    @Test
    void aPageThatHoldsAllLeadsNowhere() {
        var page = Page.of("bridge:2", PIN, 2, List.of(stored("a", 0), stored("b", 0)));
        assertEquals(2, page.items().size());
        assertNull(page.next());
    }

    @Test
    void aPageMayBeEmpty() {
        var page = Page.of("bridge:0", null, 2, List.of());
        assertEquals(List.of(), page.items());
        assertNull(page.next());
    }

    @Test
    void furtherPagesAreReadAtTheInstantThatIsAskedForButNotBeyondWhatThisOneCouldSee() {
        var earlier = PIN.minusSeconds(1);
        assertEquals(earlier, Page.pin(earlier, PIN));
        assertEquals(PIN, Page.pin(PIN.plusSeconds(1), PIN));
        assertEquals(PIN, Page.pin(null, PIN));
    }

    private static StoredDocument stored(String id, int rank) {
        return new StoredDocument(id, 1, PIN, "{}", LocalDate.MIN, LocalDate.MAX, LocalDate.MAX, rank);
    }
}
