package org.mandateatlas.institutions.mandate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.institutions.mandate.MandateFixture.aMandate;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.institutions.mandate.Mandate.Holder;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentModel;

/** A mandate shows itself as it was on a day. */
class MandateTest {

    private static final Mandate MOVED = aMandate()
            .of("human-rights-council")
            .limitedBy("No seat in the Council.")
            .heldBefore("ecosoc", "1947", "1979")
            .heldBefore("commission-on-human-rights", "1980", "2006-06-16")
            .mandate();

    @Test
    void onADayOfAnEarlierHoldersItIsTheirs() {
        assertEquals("ecosoc", DocumentModel.at(MOVED, LocalDate.of(1960, 1, 1)).institution());
        assertEquals(
                "commission-on-human-rights",
                DocumentModel.at(MOVED, LocalDate.of(2006, 6, 16)).institution());
    }

    @Test
    void afterTheLastEarlierHolderItIsThePresentOnes() {
        assertEquals(
                "human-rights-council",
                DocumentModel.at(MOVED, LocalDate.of(2006, 6, 17)).institution());
    }

    @Test
    void onADayOnlyTheEarlierHolderOfThatDayIsNamed() {
        assertEquals(
                List.of("ecosoc"),
                DocumentModel.at(MOVED, LocalDate.of(1960, 1, 1)).earlierHolders().stream()
                        .map(Holder::institution)
                        .toList());
        assertEquals(
                List.of(), DocumentModel.at(MOVED, LocalDate.of(2020, 1, 1)).earlierHolders());
    }

    @Test
    void inAnImpreciseYearOfAMoveItIsTheFirstNamedOnes() {
        var moved = DocumentModel.at(
                aMandate()
                        .of("iom")
                        .heldBefore("ilo", "1951", "1980")
                        .heldBefore("unhcr", "1980", "1989")
                        .mandate(),
                LocalDate.of(1980, 6, 1));
        assertEquals("ilo", moved.institution());
        assertEquals(2, moved.earlierHolders().size());
    }

    @Test
    void whatHasNoDateIsShownOnEveryDay() {
        var shown = DocumentJson.tree(DocumentModel.at(MOVED, LocalDate.of(2020, 1, 1)));
        var whole = DocumentJson.tree(MOVED);
        shown.remove("earlierHolders");
        whole.remove("earlierHolders");
        assertEquals(whole, shown);
    }

    @Test
    void whatIsLeftOutIsEmpty() {
        var mandate = DocumentJson.read(DocumentJson.stored("{}"), Mandate.class);
        assertEquals(List.of(), mandate.functions());
        assertEquals(List.of(), mandate.earlierHolders());
        assertEquals(null, mandate.validity().from());
    }
}
