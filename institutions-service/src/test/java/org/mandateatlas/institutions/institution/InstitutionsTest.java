package org.mandateatlas.institutions.institution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mandateatlas.institutions.institution.InstitutionFixture.anInstitution;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.Reference;

/** The rules of institutions, and what they are found by. */
class InstitutionsTest {

    private final Institutions institutions = new Institutions();

    @Test
    void anOrdinaryInstitutionKeepsTheRules() {
        assertEquals(List.of(), broken(anInstitution()));
    }

    @Test
    void anInstitutionHasAnOfficialName() {
        assertEquals(List.of("/names"), broken(anInstitution().nameless().abbreviated("IOM", null, null)));
    }

    @Test
    void namesOfOneKindAndLanguageDoNotOverlap() {
        assertEquals(
                List.of("/names/1/validity"),
                broken(anInstitution().named("ICEM", "1952", "1980-11").named("ICM", "1980-06", null)));
    }

    @Test
    void namesOfUnlikeKindsOrLanguagesMayOverlap() {
        assertEquals(
                List.of(),
                broken(anInstitution()
                        .named("International Labour Organization", null, null)
                        .abbreviated("ILO", null, null)
                        .named("official", "Organisation internationale du Travail", "fr", null, null)));
    }

    @Test
    void namesMayMeetInAnImpreciseYear() {
        assertEquals(
                List.of(), broken(anInstitution().named("ICEM", "1952", "1980").named("ICM", "1980", null)));
    }

    @Test
    void periodsOfUnStatusDoNotOverlap() {
        assertEquals(
                List.of("/unStatus/1/validity"),
                broken(anInstitution()
                        .standing("outside", null, "2016-09-19")
                        .standing("related-organization", "2016-09-19", null)));
    }

    @Test
    void figuresAreLookedAt() {
        assertEquals(List.of("/figures/0/measure"), broken(anInstitution().counting("Member States", "105", "2004")));
    }

    @Test
    void itRefersToThoseItIsRelatedTo() {
        assertEquals(
                List.of(new Reference("/relations/0/institution", "institution", "united-nations")),
                institutions.references(
                        anInstitution().related("part-of", "united-nations").institution()));
    }

    @Test
    void itIsFoundByKindByStandingOfTheTimeAndByRelation() {
        var facets = institutions.facets(anInstitution()
                .standing("outside", "1951", "2016-09-18")
                .related("part-of", "united-nations")
                .institution());
        assertTrue(facets.containsAll(List.of(
                Facet.of("kind", "intergovernmental-organization"),
                new Facet("unStatus", "outside", new Validity(PartialDate.of("1951"), PartialDate.of("2016-09-18"))),
                Facet.of("relatedTo", "united-nations"))));
        assertEquals(3, facets.size());
    }

    @Test
    void aSearchFindsItByEveryNameItEverHad() {
        assertEquals(
                List.of("ICEM", "International Organization for Migration", "IOM"),
                institutions.names(anInstitution()
                        .named("ICEM", "1952", "1980")
                        .named("International Organization for Migration", "1989", null)
                        .abbreviated("IOM", "1989", null)
                        .institution()));
    }

    @Test
    void anInstitutionIsCreatedChangedAndEnded() {
        var before = anInstitution().institution();
        assertEquals("created", institutions.change(null, before));
        assertEquals(
                "changed",
                institutions.change(
                        before, anInstitution().standing("outside", null, null).institution()));
        assertEquals(
                "ended",
                institutions.change(before, anInstitution().until("2004").institution()));
    }

    private List<String> broken(InstitutionFixture institution) {
        var violations = new Violations();
        institutions.check(institution.institution(), violations);
        return violations.list().stream()
                .map(Violation::pointer)
                .map(String::valueOf)
                .toList();
    }
}
