package org.mandateatlas.registry.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.problem.ProblemException;

/** Order keys sort as text and are read as they are written. */
class SearchOrderTest {

    @Test
    void keysSortByTierThenCollectionThenNameThenId() {
        var inOrder = List.of(
                new SearchOrder(Tier.EXACT_NAME, 4, "mandate", "", "b"),
                new SearchOrder(Tier.NAME_BEGINNING, 0, "institution", "un", "z"),
                new SearchOrder(Tier.NAME_BEGINNING, 0, "institution", "un agency", "a"),
                new SearchOrder(Tier.NAME_BEGINNING, 0, "institution", "una", "a"),
                new SearchOrder(Tier.NAME_BEGINNING, 4, "mandate", "un", "a"),
                new SearchOrder(Tier.NAME_WORDS, 0, "institution", "", "a"),
                new SearchOrder(Tier.NAME_WORDS, 0, "institution", "", "b"));

        var keys = inOrder.stream().map(SearchOrder::toString).toList();

        assertEquals(keys, keys.reversed().stream().sorted().toList());
        assertEquals(inOrder, keys.stream().map(SearchOrder::parse).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x00 mandate  a", "a00 mandate a", "a00 mandate  A", "a0 mandate  a"})
    void otherTextsAreRejected(String text) {
        assertThrows(ProblemException.class, () -> SearchOrder.parse(text));
    }
}
