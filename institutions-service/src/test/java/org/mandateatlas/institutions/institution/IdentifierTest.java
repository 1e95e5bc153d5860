package org.mandateatlas.institutions.institution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mandateatlas.institutions.institution.InstitutionFixture.anInstitution;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.institutions.institution.Identifier.Scheme;

/** Ids of other registries, languages and countries are what they claim to be. */
class IdentifierTest {

    @ParameterizedTest
    @CsvSource({
        "ror, 05dxps055",
        "ror, 042nb2s44",
        "ror, 01ej9dk98",
        "ror, https://ror.org/05dxps055",
        "wikidata, Q180",
        "wikidata, Q1",
        "isni, 0000000121032683",
        "isni, 0000 0001 2103 2683",
        "viaf, 134861985",
        "lei, 5493001KJTIIGC8Y1R12",
        "lei, 529900T8BM49AURSDO55",
        "iati, XM-DAC-47066",
        "dac-channel, 47066",
        "cow-igo, 2250",
        "un-system, UNHCR",
        "website, https://www.iom.int",
        "website, https://unstats.un.org/unsd/statcom/"
    })
    void anIdOfItsRegistryIsAccepted(String scheme, String value) {
        assertEquals(List.of(), violations(scheme, value));
    }

    @ParameterizedTest
    @CsvSource({
        "ror, not-a-ror",
        "ror, 15dxps055",
        "ror, 05dxps05",
        "ror, 05dxlu055",
        "ror, https://example.org/05dxps055",
        "wikidata, 173",
        "wikidata, Q0",
        "wikidata, q180",
        "wikidata, https://www.wikidata.org/wiki/Q180",
        "isni, 000000012103268",
        "isni, 00000001-2103-2683",
        "viaf, 0",
        "viaf, x1",
        "lei, 5493001KJTIIGC8Y1R1",
        "lei, 5493001kjtiigc8y1r12",
        "iati, 47066",
        "iati, xm-dac-47066",
        "dac-channel, 4706",
        "dac-channel, 04706",
        "cow-igo, IOM",
        "un-system, unhcr",
        "website, www.iom.int",
        "website, ftp://www.iom.int",
        "website, https://user@www.iom.int",
        "website, https://localhost"
    })
    void anIdOfAnotherFormIsRefused(String scheme, String value) {
        assertEquals(List.of("/identifiers/0/value"), pointers(scheme, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "a-", "a", "-", "."})
    void aVeryLongIdIsRefusedAsAShortOneIs(String piece) {
        var value = "https://" + piece.repeat(100_000) + "!";
        assertEquals(List.of("/identifiers/0/value"), pointers("website", value));
    }

    @ParameterizedTest
    @CsvSource({
        "ror, 05dxps056",
        "ror, 05dxsp055",
        "isni, 0000000121032684",
        "isni, 0000000112032683",
        "isni, 000000012103268X",
        "lei, 5493001KJTIIGC8Y1R13",
        "lei, 5493001JKTIIGC8Y1R12"
    })
    void anIdWithWrongCheckDigitsIsRefused(String scheme, String value) {
        assertEquals(
                List.of(Violation.at("/identifiers/0/value", "has wrong check digits")), violations(scheme, value));
    }

    @ParameterizedTest
    @CsvSource({
        "ror:05dxps055, ror:05dxps055",
        "ror:https://ror.org/05dxps055, ror:05dxps055",
        "isni:0000 0001 2103 2683, isni:0000000121032683",
        "dac-channel:47066, dac-channel:47066",
        "website:https://www.iom.int, website:https://www.iom.int",
        "website:http://www.iom.int/, website:https://www.iom.int"
    })
    void theFilterTakesEveryFormOfAnId(String given, String term) {
        assertEquals(List.of(term), Identifier.terms(List.of(given)));
    }

    @ParameterizedTest
    @CsvSource({
        "05dxps055, is not a scheme and an id such as ror:0437ej039",
        "ror:05dxps056, has wrong check digits",
        "ror:Q180, is not a ROR id such as 05dxps055",
        "ror:, is not a ROR id such as 05dxps055"
    })
    void theFilterNamesWhatIsWrongWithAnId(String given, String refusal) {
        var refused = assertThrows(ProblemException.class, () -> Identifier.terms(List.of(given)));
        assertEquals(
                List.of(Violation.ofParameter("identifier", refusal)),
                refused.problem().violations());
    }

    @Test
    void theFilterKnowsItsSchemes() {
        var refused = assertThrows(ProblemException.class, () -> Identifier.terms(List.of("orcid:0000")));
        assertTrue(String.valueOf(refused.problem().violations()).contains("is not one of ror, wikidata"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "pt-BR", "zh-Hant", "sr-Latn", "fil", "es-419"})
    void aLanguageIsACodeOfBcp47(String language) {
        assertEquals(List.of(), broken(anInstitution().named("official", "IOM", language, null, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"english", "EN", "xx", "en_GB", "en-gb", "eng", "en-XX", "und", "e", "en--GB"})
    void anyOtherLanguageIsRefused(String language) {
        assertEquals(
                List.of("/names/0/language"),
                broken(anInstitution().named("official", "IOM", language, null, null)).stream()
                        .map(Violation::pointer)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"CH, true", "US, true", "CHE, false", "ch, false", "UK, false", "XX, false", "756, false"})
    void aCountryIsACodeOfIso3166(String country, boolean known) {
        assertEquals(
                known ? List.of() : List.of("/headquarters/0/country"),
                broken(anInstitution().seated("Geneva", country)).stream()
                        .map(Violation::pointer)
                        .toList());
    }

    private static List<String> pointers(String scheme, String value) {
        return violations(scheme, value).stream()
                .map(Violation::pointer)
                .map(String::valueOf)
                .toList();
    }

    private static List<Violation> violations(String scheme, String value) {
        var violations = new Violations();
        Identifier.check(
                List.of(new Identifier(
                        Scheme.valueOf(scheme.toUpperCase(Locale.ROOT).replace('-', '_')), value, List.of())),
                violations);
        return violations.list();
    }

    private static List<Violation> broken(InstitutionFixture institution) {
        var violations = new Violations();
        new Institutions().check(institution.institution(), violations);
        return violations.list();
    }
}
