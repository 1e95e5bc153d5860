package org.mandateatlas.institutions.institution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.mandateatlas.institutions.institution.InstitutionFixture.anInstitution;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.institutions.fact.Figure;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentModel;

/** An institution shows itself as it was on a day, and else by its latest name. */
class InstitutionTest {

    private static final Institution IOM = anInstitution()
            .named("International Organization for Migration", "1989-11-14", null)
            .abbreviated("IOM", "1989-11-14", null)
            .named("Intergovernmental Committee for European Migration", "1952", "1980-11")
            .abbreviated("ICEM", "1952", "1980-11")
            .standing("outside", "1951-12", "2016-09-18")
            .standing("related-organization", "2016-09-19", null)
            .counting("member-states", "105", "2004-12")
            .counting("member-states", "67", "1998")
            .counting("staff", "3000", "2004")
            .counting("member-states", "175", "2024")
            .related("part-of", "united-nations")
            .institution();

    @Test
    void itsNameIsTheLatest() {
        assertEquals("International Organization for Migration", IOM.name());
        assertEquals("IOM", IOM.abbreviation());
    }

    @Test
    void onADayItsNameIsThatOfTheDay() {
        var icem = DocumentModel.at(IOM, LocalDate.of(1975, 6, 1));
        assertEquals("Intergovernmental Committee for European Migration", icem.name());
        assertEquals("ICEM", icem.abbreviation());
        assertEquals(2, icem.names().size());
    }

    @Test
    void onADayWithoutANameItKeepsTheLatest() {
        var between = DocumentModel.at(IOM, LocalDate.of(1985, 1, 1));
        assertEquals("International Organization for Migration", between.name());
        assertNull(between.abbreviation());
        assertEquals(List.of(), between.names());
    }

    @Test
    void ofNamesThatBeganTogetherTheEnglishOneIsItsName() {
        var institution = anInstitution()
                .named("official", "Organisation internationale du Travail", "fr", "1919", null)
                .named("official", "International Labour Organization", "en", "1919", null)
                .named("official", "Organización Internacional del Trabajo", "es", "1919", null)
                .institution();
        assertEquals("International Labour Organization", institution.name());
    }

    @Test
    void aNameThatTheWriterGivesBesidesItsNamesIsNotTaken() {
        var tree = anInstitution().tree().put("name", "Another").put("abbreviation", "A");
        var institution = DocumentJson.read(tree, Institution.class);
        assertEquals("International Organization for Migration", institution.name());
        assertNull(institution.abbreviation());
    }

    @Test
    void onADayItsStandingIsThatOfTheDay() {
        assertEquals(
                List.of(UnStatus.Kind.OUTSIDE),
                DocumentModel.at(IOM, LocalDate.of(2016, 9, 18)).unStatus().stream()
                        .map(UnStatus::status)
                        .toList());
        assertEquals(
                List.of(UnStatus.Kind.RELATED_ORGANIZATION),
                DocumentModel.at(IOM, LocalDate.of(2016, 9, 19)).unStatus().stream()
                        .map(UnStatus::status)
                        .toList());
    }

    @Test
    void onADayItsFiguresAreTheLastOfEachMeasure() {
        assertEquals(
                List.of(new BigDecimal("105"), new BigDecimal("3000")),
                DocumentModel.at(IOM, LocalDate.of(2004, 12, 31)).figures().stream()
                        .map(Figure::value)
                        .toList());
    }

    @Test
    void whatHasNoDateIsShownOnEveryDay() {
        assertEquals(
                1, DocumentModel.at(IOM, LocalDate.of(1960, 1, 1)).relations().size());
    }

    @Test
    void shownAsOfADayAndReadBackItIsTheSame() {
        var shown = DocumentModel.at(IOM, LocalDate.of(1975, 6, 1));
        assertEquals(shown, DocumentJson.stored(DocumentJson.write(DocumentJson.tree(shown)), Institution.class));
    }
}
