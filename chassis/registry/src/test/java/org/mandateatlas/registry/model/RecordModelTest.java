package org.mandateatlas.registry.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.annotation.Annotation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.model.Port.Building;
import org.mandateatlas.registry.model.Port.Charter;
import org.mandateatlas.registry.model.Port.Clause;
import org.mandateatlas.registry.model.Port.Dredging;
import org.mandateatlas.registry.model.Port.EarlierTown;
import org.mandateatlas.registry.model.Port.Kind;
import org.mandateatlas.registry.model.Port.Line;
import org.mandateatlas.registry.model.Port.Ship;
import org.mandateatlas.registry.model.Port.Tonnage;
import org.mandateatlas.registry.model.Port.Visit;

/** Annotations on components say what a document refers to, is filtered by, is called, says, and shows on a day. */
class RecordModelTest {

    private static final RecordModel MODEL = RecordModel.of(Port.class);
    private static final LocalDate DAY = LocalDate.of(1970, 6, 1);

    private static final Port PORT = new Port(
            "Altona",
            null,
            "hamburg",
            List.of("elbe", "bille"),
            List.of(new EarlierTown("altona", validity(null, "1937"))),
            List.of(
                    new Line("hull", List.of(new Ship("Anna", validity("1950", "1960"))), validity("1950", "1980")),
                    new Line("oslo", List.of(), validity("1990", null))),
            List.of(
                    new Tonnage("coal", 3, PartialDate.of("1960")),
                    new Tonnage("coal", 5, PartialDate.of("1969")),
                    new Tonnage("coal", 9, PartialDate.of("1971"))),
            List.of(
                    new Visit("A king.", PartialDate.of("1969-03")),
                    new Visit("A queen.", PartialDate.of("1999")),
                    new Visit("Somebody.", null)),
            List.of(new Dredging("elbe"), new Building("A pier.")),
            new Charter(Kind.ROYAL, List.of(new Clause("Free trade.", validity(null, "1888")))),
            validity("1640", null));

    @Test
    void referencesAreFoundAtEveryDepthWithTheirPointers() {
        assertEquals(
                List.of(
                        "/town hamburg",
                        "/rivers/0 elbe",
                        "/rivers/1 bille",
                        "/earlierTowns/0/town altona",
                        "/lines/0/port hull",
                        "/lines/1/port oslo",
                        "/works/0/river elbe"),
                places(References.class));
    }

    @Test
    void namesAndTextsKeepTheOrderOfTheComponentsAndLeaveOutNulls() {
        assertEquals(List.of("/name Altona"), places(Name.class));
        assertEquals(
                List.of(
                        "/lines/0/ships/0/name Anna",
                        "/visits/0/text A king.",
                        "/visits/1/text A queen.",
                        "/visits/2/text Somebody.",
                        "/works/1/text A pier.",
                        "/charter/clauses/0/text Free trade."),
                places(SearchText.class));
    }

    @Test
    void aValueHasTheValidityOfTheInnermostDatedItem() {
        assertEquals(
                List.of(validity("1950", "1980"), validity("1990", null), Validity.ALWAYS),
                MODEL.values(Filterable.class, PORT).stream()
                        .map(Value::validity)
                        .toList());
        assertEquals(
                validity("1950", "1960"),
                MODEL.values(SearchText.class, PORT).getFirst().validity());
    }

    @Test
    void theViewOnADayHasTheItemsOfTheDayAtEveryDepth() {
        var view = (Port) MODEL.at(PORT, DAY);
        assertEquals(List.of("hull"), view.lines().stream().map(Line::port).toList());
        assertEquals(List.of(), view.lines().getFirst().ships());
        assertEquals(new Charter(Kind.ROYAL, List.of()), view.charter());
        assertEquals(List.of(5), view.tonnages().stream().map(Tonnage::value).toList());
        assertEquals(
                List.of("A king.", "Somebody."),
                view.visits().stream().map(Visit::text).toList());
        assertEquals(PORT.works(), view.works());
    }

    @Test
    void theViewOnADayOfAnEarlierValueShowsThatValue() {
        assertEquals("hamburg", ((Port) MODEL.at(PORT, DAY)).town());
        var earlier = (Port) MODEL.at(PORT, LocalDate.of(1900, 1, 1));
        assertEquals("altona", earlier.town());
        assertEquals(PORT.earlierTowns(), earlier.earlierTowns());
    }

    @Test
    void aRecordThatIsTheSameOnADayIsItself() {
        var charter = new Charter(Kind.ROYAL, List.of(new Clause("Free trade.", Validity.ALWAYS)));
        assertSame(charter, RecordModel.of(Charter.class).at(charter, DAY));
        var work = new Dredging("elbe");
        assertSame(work, RecordModel.of(Dredging.class).at(work, DAY));
    }

    @Test
    void everyPeriodAndDateIsFound() {
        assertEquals(
                List.of(
                        "/earlierTowns/0/validity",
                        "/lines/0/ships/0/validity",
                        "/lines/0/validity",
                        "/lines/1/validity",
                        "/tonnages/0/asOf",
                        "/tonnages/1/asOf",
                        "/tonnages/2/asOf",
                        "/visits/0/occurredOn",
                        "/visits/1/occurredOn",
                        "/charter/clauses/0/validity",
                        "/validity"),
                MODEL.periods(PORT).stream().map(Period::pointer).toList());
    }

    @Test
    void annotationsThatDoNotFitAreRejected() {
        MODEL.check();
        assertThrows(
                IllegalStateException.class,
                () -> RecordModel.of(Misdeclared.class).check());
        assertThrows(
                IllegalStateException.class,
                () -> RecordModel.of(WithoutList.class).check());
    }

    private static <A extends Annotation> List<String> places(Class<A> annotation) {
        return MODEL.values(annotation, PORT).stream()
                .map(value -> value.pointer() + " " + value.value())
                .toList();
    }

    private static Validity validity(@Nullable String from, @Nullable String to) {
        return new Validity(from == null ? null : PartialDate.of(from), to == null ? null : PartialDate.of(to));
    }

    private record Misdeclared(@SearchText int number) {}

    private record WithoutList(@EarlierValues("earlier") String value) {}
}
