package org.mandateatlas.processes.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.mandateatlas.processes.participation.ParticipationFixture.aParticipation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.DocumentModel;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.Reference;

/** The rules of participations, and what they are found by. */
class ParticipationsTest {

    private final Participations participations = new Participations();

    @Test
    void eitherAnInstitutionOrAnActorTakesPart() {
        assertEquals(List.of(), broken(aParticipation()));
        assertEquals(List.of(), broken(aParticipation().ofActor("Michael Doyle", "person")));
        assertEquals(
                List.of("/institution is required if there is no actor, and not allowed otherwise"),
                broken(aParticipation().alsoOfActor("Michael Doyle", "person")));
        assertEquals(
                List.of("/institution is required if there is no actor, and not allowed otherwise"),
                broken(aParticipation().ofNobody()));
    }

    @Test
    void aNameIsOfAReasonableLength() {
        assertEquals(List.of(), broken(aParticipation().ofActor("x".repeat(200), "group")));
        assertEquals(
                List.of("/actor/name has more than 200 characters"),
                broken(aParticipation().ofActor("x".repeat(201), "group")));
    }

    @Test
    void itRefersToItsProcessAndItsInstitution() {
        assertEquals(
                List.of(
                        new Reference("/process", "process", "icpd"),
                        new Reference("/institution", "institution", "unfpa")),
                participations.references(
                        aParticipation().in("icpd").of("unfpa").participation()));
    }

    @Test
    void anActorIsNoReference() {
        assertEquals(
                List.of(new Reference("/process", "process", "berne-initiative")),
                participations.references(
                        aParticipation().ofActor("Sweden", "state").participation()));
    }

    @Test
    void anInstitutionsIsFoundByWhatItsFiltersAskFor() {
        assertEquals(
                Set.of(Facet.of("process", "icpd"), Facet.of("institution", "unfpa"), Facet.of("role", "member")),
                Set.copyOf(participations.facets(
                        aParticipation().in("icpd").of("unfpa").as("member").participation())));
    }

    @Test
    void anActorsIsFoundByWhatItsFiltersAskFor() {
        assertEquals(
                Set.of(
                        Facet.of("process", "berne-initiative"),
                        Facet.of("actor", "Sweden"),
                        Facet.of("actorKind", "state"),
                        Facet.of("role", "sponsor")),
                Set.copyOf(participations.facets(aParticipation()
                        .ofActor("Sweden", "state")
                        .as("sponsor")
                        .participation())));
    }

    @Test
    void aProcessIsFoundByWhoConvenesIt() {
        assertEquals(
                List.of(Facet.of("convenor", "iom")),
                participations.facets(aParticipation().as("convenor").participation()).stream()
                        .filter(facet -> facet.name().equals("convenor"))
                        .toList());
    }

    @Test
    void aSearchFindsItByTheActorAndByWhatTheyDo() {
        var participation = aParticipation().ofActor("Sweden", "state").participation();
        assertEquals(List.of("Sweden"), participations.names(participation));
        assertEquals(List.of("Looks on."), participations.texts(participation));
        assertEquals(List.of(), participations.names(aParticipation().participation()));
    }

    @Test
    void itIsTheSameOnEveryDay() {
        var participation = aParticipation().participation();
        assertSame(participation, DocumentModel.at(participation, LocalDate.of(2004, 12, 31)));
    }

    private List<String> broken(ParticipationFixture fixture) {
        var violations = new Violations();
        participations.check(fixture.participation(), violations);
        return violations.list().stream()
                .map(violation -> violation.pointer() + " " + violation.detail())
                .toList();
    }
}
