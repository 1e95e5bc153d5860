package org.mandateatlas.base.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of dated items, those of a day are shown. */
class DatedTest {

    private static final Item EARLY = new Item(new Validity(PartialDate.of("1951"), PartialDate.of("1980")));
    private static final Item LATE = new Item(new Validity(PartialDate.of("1980"), null));
    private static final Item UNDATED = new Item(Validity.ALWAYS);

    @Test
    void onlyTheItemsOfTheDayAreShownInTheirOrder() {
        assertEquals(List.of(UNDATED, EARLY), Dated.on(LocalDate.of(1960, 1, 1), List.of(UNDATED, LATE, EARLY)));
    }

    @Test
    void aDayInAnImpreciseYearMayBelongToBothPeriods() {
        assertEquals(List.of(EARLY, LATE), Dated.on(LocalDate.of(1980, 6, 1), List.of(EARLY, LATE)));
    }

    @Test
    void aDayBeforeAllHasNone() {
        assertEquals(List.of(), Dated.on(LocalDate.of(1900, 1, 1), List.of(EARLY, LATE)));
    }

    /** Something that held for a period. */
    record Item(Validity validity) implements Dated {}
}
