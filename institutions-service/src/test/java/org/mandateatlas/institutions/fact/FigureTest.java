package org.mandateatlas.institutions.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.time.Observation;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.institutions.fact.Figure.Qualifier;
import org.mandateatlas.registry.citation.Citation;

/** Figures of one measure form a series, of which a day shows the last. */
class FigureTest {

    private static final Figure OLD = figure("members", "67", "1998");
    private static final Figure NEW = figure("members", "105", "2004-12");
    private static final Figure STAFF = figure("staff", "3000", "2004");

    @Test
    void aDayShowsTheLastFigureOfEachMeasure() {
        assertEquals(List.of(NEW, STAFF), Observation.on(LocalDate.of(2004, 12, 31), List.of(OLD, STAFF, NEW)));
    }

    @Test
    void theOrderOfTheSeriesDoesNotMatter() {
        assertEquals(List.of(NEW), Observation.on(LocalDate.of(2020, 1, 1), List.of(NEW, OLD)));
        assertEquals(List.of(NEW), Observation.on(LocalDate.of(2020, 1, 1), List.of(OLD, NEW)));
    }

    @Test
    void aFigureReplacesAnEarlierOneOnTheLastDayOfItsTime() {
        assertEquals(List.of(OLD), Observation.on(LocalDate.of(2004, 12, 30), List.of(OLD, NEW)));
        assertEquals(List.of(NEW), Observation.on(LocalDate.of(2004, 12, 31), List.of(OLD, NEW)));
    }

    @Test
    void aDayBeforeAllFiguresShowsNone() {
        assertEquals(List.of(), Observation.on(LocalDate.of(1997, 12, 31), List.of(OLD, NEW)));
    }

    @Test
    void ofTwoFiguresThatBeganTogetherTheLastNamedIsShown() {
        var exact = figure("members", "106", "2004-12-01");
        assertEquals(List.of(exact), Observation.on(LocalDate.of(2005, 1, 1), List.of(NEW, exact)));
    }

    @Test
    void aFigureIsExactUnlessItSaysOtherwise() {
        assertEquals(Qualifier.EXACT, NEW.qualifier());
    }

    @Test
    void aSeriesHasOneFigureOfATime() {
        assertEquals(List.of("/figures/2/asOf"), broken(OLD, NEW, figure("members", "106", "2004-12")));
    }

    @Test
    void seriesOfTwoMeasuresMayHaveFiguresOfOneTime() {
        assertEquals(List.of(), broken(NEW, figure("staff", "3000", "2004-12")));
    }

    @Test
    void aMeasureIsASlug() {
        assertEquals(List.of("/figures/0/measure"), broken(figure("Member States", "105", "2004")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "105", "0.5", "1E+30", "123456789012345678901234567890", "1E-30"})
    void aNumberOfUpToThirtyDigitsIsAFigure(String value) {
        assertEquals(List.of(), broken(figure("members", value, "2004")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890123456789012345678901",
                "1E+31",
                "1E-31",
                "1E+2147483647",
                "1E-2147483647",
                "1E+2147483648"
            })
    void aNumberBeyondMeasureIsNone(String value) {
        assertEquals(List.of("/figures/0/value"), broken(figure("members", value, "2004")));
    }

    @SuppressWarnings("NullAway") // as readers of JSON leave out what is usual
    private static Figure figure(String measure, String value, String asOf) {
        return new Figure(
                measure,
                new BigDecimal(value),
                null,
                "units",
                PartialDate.of(asOf),
                List.of(new Citation("newland-2004", null, Citation.Stance.SUPPORTS, null)));
    }

    private static List<String> broken(Figure... figures) {
        var violations = new Violations();
        Figure.check(List.of(figures), violations);
        return violations.list().stream()
                .map(Violation::pointer)
                .map(String::valueOf)
                .toList();
    }
}
