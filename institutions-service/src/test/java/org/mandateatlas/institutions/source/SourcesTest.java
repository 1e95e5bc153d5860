package org.mandateatlas.institutions.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.institutions.source.SourceFixture.aSource;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.DocumentRules;
import org.mandateatlas.registry.Facet;

/** The rules of sources, and what they are found by. */
class SourcesTest {

    private final Sources sources = new Sources();

    @Test
    void aSourceNeedsNeitherAnAddressNorACitation() {
        var violations = new Violations();
        DocumentRules.check(aSource().source(), violations);
        assertEquals(List.of(), violations.list());
        assertEquals(List.of(), broken(aSource()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://www.iom.int/constitution", "http://example.org", "https://example.org/a%20b?c=d#e"})
    void anAddressOfTheWebIsOne(String url) {
        assertEquals(List.of(), broken(aSource().at(url)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.iom.int",
                "ftp://iom.int/a",
                "javascript:alert(1)",
                "https:",
                "https:///path",
                "https://iom .int",
                "//iom.int",
                "mailto:a@iom.int"
            })
    void anythingElseIsNot(String url) {
        assertEquals(List.of("/url"), broken(aSource().at(url)));
    }

    @Test
    void itIsFoundByKindAndGrade() {
        assertEquals(
                List.of(Facet.of("kind", "paper"), Facet.of("grade", "A")),
                sources.facets(aSource().source()));
    }

    @Test
    void aSearchFindsItByTitleSymbolAndPublisher() {
        var source = aSource().published("United Nations", "A/57/693").source();
        assertEquals(List.of("The Governance of International Migration", "A/57/693"), sources.names(source));
        assertEquals(List.of("United Nations"), sources.texts(source));
    }

    private List<String> broken(SourceFixture source) {
        var violations = new Violations();
        sources.check(source.source(), violations);
        return violations.list().stream()
                .map(Violation::pointer)
                .map(String::valueOf)
                .toList();
    }
}
