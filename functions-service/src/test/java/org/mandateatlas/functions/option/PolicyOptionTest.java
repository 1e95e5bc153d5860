package org.mandateatlas.functions.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.functions.option.PolicyOptionFixture.anOption;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.functions.option.PolicyOption.Outcome;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentModel;

/** A policy option shows itself as it was on a day. */
class PolicyOptionTest {

    private static final PolicyOption OPTION = anOption()
            .endingIn("A forum met.", "2007-07")
            .endingIn("IOM was related to the system.", "2016-09-19")
            .endingIn("A compact was endorsed.", "2018-12-19")
            .option();

    @Test
    void onADayOnlyWhatHadHappenedByThenIsKnown() {
        assertEquals(List.of(), outcomes(LocalDate.of(2004, 12, 31)));
        assertEquals(List.of("A forum met."), outcomes(LocalDate.of(2007, 7, 1)));
        assertEquals(List.of("A forum met.", "IOM was related to the system."), outcomes(LocalDate.of(2016, 9, 19)));
        assertEquals(3, outcomes(LocalDate.of(2026, 1, 1)).size());
    }

    @Test
    void allElseIsShownOnEveryDay() {
        var shown = DocumentJson.tree(DocumentModel.at(OPTION, LocalDate.of(2004, 12, 31)));
        var whole = DocumentJson.tree(OPTION);
        shown.remove("outcomes");
        whole.remove("outcomes");
        assertEquals(whole, shown);
    }

    @Test
    void whatIsLeftOutIsEmpty() {
        var option = DocumentJson.read(DocumentJson.stored("{\"rank\": 1}"), PolicyOption.class);
        assertEquals(List.of(), option.operations());
        assertEquals(List.of(), option.outcomes());
        assertEquals(null, option.validity().from());
    }

    private static List<String> outcomes(LocalDate day) {
        return DocumentModel.at(OPTION, day).outcomes().stream()
                .map(Outcome::text)
                .toList();
    }
}
