package org.mandateatlas.gateway.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergedPageTest {

    @Test
    void pagesAreMergedByTheirOrderKeys() {
        var merged = MergedPage.merge(List.of(page(null, "b", "d"), page(null, "a", "c"), page(null)), 10);
        assertEquals(List.of("a", "b", "c", "d"), ids(merged));
        assertNull(merged.end());
    }

    @Test
    void theOrderKeyIsNotPartOfAnItem() {
        var merged = MergedPage.merge(List.of(page(null, "a")), 10);
        assertFalse(merged.items().getFirst().has("order"));
    }

    @Test
    void aFullPageEndsAtItsLastItem() {
        var merged = MergedPage.merge(List.of(page("c", "a", "c"), page(null, "b", "d")), 2);
        assertEquals(List.of("a", "b"), ids(merged));
        assertEquals("b", merged.end());
    }

    @Test
    void nothingBehindTheEndOfAPageThatGoesOnIsTaken() {
        var merged = MergedPage.merge(List.of(page("b", "a", "b"), page(null, "c", "d")), 10);
        assertEquals(List.of("a", "b"), ids(merged));
        assertEquals("b", merged.end());
    }

    @Test
    void aPageThatIsJustFullAndLastHasNoNext() {
        assertNull(
                MergedPage.merge(List.of(page(null, "a"), page(null, "b")), 2).end());
    }

    @Test
    void allPagesTogetherHaveEveryItemOnceInOrder() {
        var random = new Random(7);
        for (var run = 0; run < 200; run++) {
            var services = List.of(items(random, 1), items(random, 2), items(random, 3));
            var expected = new TreeSet<String>();
            services.forEach(expected::addAll);
            var limit = 1 + random.nextInt(6);
            var seen = new ArrayList<String>();
            String after = "";
            while (after != null) {
                var start = after;
                var pages = services.stream()
                        .map(all -> {
                            var left = all.tailSet(start, false);
                            var shown = left.stream().limit(limit).toArray(String[]::new);
                            return page(shown.length < left.size() ? shown[shown.length - 1] : null, shown);
                        })
                        .toList();
                var merged = MergedPage.merge(pages, limit);
                seen.addAll(ids(merged));
                after = merged.end();
            }
            assertEquals(List.copyOf(expected), seen);
        }
    }

    private static TreeSet<String> items(Random random, int service) {
        var items = new TreeSet<String>();
        for (var i = random.nextInt(12); i > 0; i--) {
            items.add("%03d-%d".formatted(random.nextInt(200), service));
        }
        return items;
    }

    private static JsonNode page(@Nullable String next, String... orders) {
        var page = Json.object().put("next", next);
        var items = page.putArray("items");
        Arrays.stream(orders)
                .forEach(order -> items.add(Json.object().put("id", order).put("order", order)));
        return Json.tree(Buffer.buffer(Json.bytes(page)));
    }

    private static List<String> ids(MergedPage.Items merged) {
        return merged.items().stream().map(item -> item.path("id").asText()).toList();
    }
}
