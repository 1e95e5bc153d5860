package org.mandateatlas.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.testkit.Servers;

/** Coverage says what the paper of 2004 says, and what has become of it. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Institutions.class)
@TestProfile(AsShipped.class)
class CoveragePaperTest {

    private static final String PAPER = "newland-2004";
    private static final String THEN = "coverage?validAt=2004-12-31";
    private static final String NOW = "coverage?validAt=2026-01-01";
    private static final String NOW_UNTIL_ENDED = NOW + "&includeUnconfirmed=true";
    private static final String DIFF = "coverage/diff?from=2004-12-31&to=2026-01-01";

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        Institutions.awaitReplicated();
    }

    @Test
    void theNineStartingPointsStandInThePapersOrder() {
        assertEquals(
                List.of(
                        "data-and-analysis",
                        "policy-research",
                        "technical-assistance",
                        "service-provision",
                        "discussion-platform",
                        "negotiation-support",
                        "anti-trafficking",
                        "migration-and-development",
                        "coordination"),
                Computed.texts(Computed.json(THEN).required("functions"), "id"));
    }

    @Test
    void whatDividesStatesIsSetAside() {
        assertEquals(
                List.of(
                        "rights-protection",
                        "standard-setting",
                        "enforcement-and-border-control",
                        "compulsory-returns",
                        "migration-facilitation"),
                Computed.texts(Computed.json(THEN).required("setAside"), "id"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "service-provision, unhcr, mandated-and-performed, substantial",
                "rights-protection, unhcr, mandated-and-performed, substantial",
                "discussion-platform, unhcr, mandated-and-performed, limited",
                "coordination, unhcr, performed-only, marginal",
                "compulsory-returns, unhcr, empty, none",
                "migration-facilitation, unhcr, empty, none",
                "standard-setting, ilo, mandated-and-performed, limited",
                "rights-protection, ilo, mandated-and-performed, limited",
                "technical-assistance, ilo, mandated-and-performed, limited",
                "discussion-platform, ilo, performed-only, limited",
                "coordination, ilo, performed-only, marginal",
                "service-provision, ilo, empty, none",
                "service-provision, iom, mandated-and-performed, substantial",
                "discussion-platform, iom, mandated-and-performed, limited",
                "policy-research, iom, mandated-and-performed, limited",
                "technical-assistance, iom, mandated-and-performed, limited",
                "anti-trafficking, iom, mandated-and-performed, limited",
                "migration-facilitation, iom, mandated-and-performed, limited",
                "migration-and-development, iom, mandated-and-performed, marginal",
                "compulsory-returns, iom, performed-only, marginal",
                "enforcement-and-border-control, iom, mandated-only, -",
                "rights-protection, iom, empty, none",
                "standard-setting, iom, empty, none",
                "negotiation-support, wto, mandated-and-performed, limited",
                "migration-facilitation, wto, mandated-and-performed, marginal",
                "standard-setting, wto, mandated-and-performed, marginal",
                "enforcement-and-border-control, wto, empty, none",
                "data-and-analysis, world-bank, mandated-and-performed, limited",
                "policy-research, world-bank, mandated-and-performed, limited",
                "migration-and-development, world-bank, mandated-and-performed, limited",
                "migration-and-development, undp, mandated-and-performed, marginal",
                "service-provision, undp, mandated-and-performed, marginal",
                "policy-research, undp, empty, none",
                "discussion-platform, undp, empty, none",
                "data-and-analysis, un-desa-population-division, mandated-and-performed, substantial",
                "policy-research, un-desa-population-division, mandated-and-performed, limited",
                "discussion-platform, un-desa-population-division, mandated-and-performed, limited",
                "coordination, un-desa-population-division, performed-only, limited",
                "data-and-analysis, un-desa-statistics-division, mandated-and-performed, limited",
                "technical-assistance, un-desa-statistics-division, mandated-and-performed, limited",
                "rights-protection, commission-on-human-rights, mandated-and-performed, limited",
                "standard-setting, commission-on-human-rights, mandated-and-performed, limited",
                "technical-assistance, international-migration-policy-programme, mandated-and-performed, substantial",
                "coordination, geneva-migration-group, mandated-and-performed, limited",
                "discussion-platform, geneva-migration-group, mandated-and-performed, marginal"
            })
    void anInstitutionStandsWhereThePaperPlacesIt(String function, String institution, String state, String level) {
        var cell = cell(THEN, function, institution);
        assertEquals(
                List.of(state, Objects.requireNonNullElse(level, "null")),
                List.of(cell.required("state").asText(), cell.required("level").asText()));
        assertTrue(sources(cell).contains(PAPER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data-and-analysis",
                "policy-research",
                "technical-assistance",
                "service-provision",
                "discussion-platform",
                "migration-and-development",
                "coordination"
            })
    void undpStaysAtTheMarginForAReasonThatThePaperGives(String function) {
        var cell = cell(THEN, function, "undp");
        assertTrue(Set.of("marginal", "none").contains(cell.required("level").asText()));
        assertEquals("not-prioritized", cell.required("reason").asText());
        assertTrue(sources(cell).contains(PAPER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rights-protection", "standard-setting"})
    void iomHasNoMandateToProtectForAReasonThatThePaperGives(String function) {
        var cell = cell(THEN, function, "iom");
        assertEquals(List.of(), Computed.texts(cell.required("mandates"), "id"));
        assertEquals("outside-mandate", cell.required("reason").asText());
        assertTrue(sources(cell).contains(PAPER));
    }

    @Test
    void everyAbsenceHasAReasonAndACitation() {
        Computed.cells(Computed.json(THEN)).forEach((key, cell) -> {
            if (cell.required("level").asText().equals("none")) {
                assertTrue(cell.required("reason").isTextual(), key);
                assertTrue(!Computed.citations(cell).isEmpty(), key);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"startingPoints", "setAside"})
    void moreFunctionsAreGapsThanOverlaps(String totals) {
        var counted = Computed.json(THEN).required("totals").required(totals);
        assertTrue(
                counted.required("gaps").asInt() > counted.required("overlaps").asInt());
    }

    @Test
    void moreIsMissingThanOverlaps() {
        var gaps = Computed.json("coverage/gaps?validAt=2004-12-31").required("items");
        var overlaps = Computed.json("coverage/overlaps?validAt=2004-12-31").required("items");
        assertTrue(gaps.size() > overlaps.size());
    }

    @Test
    void onlyServicesAreFilledTwiceOverByIomAndUnhcr() {
        var overlaps = Computed.json("coverage/overlaps?validAt=2004-12-31").required("items");
        assertEquals(List.of("service-provision"), Computed.texts(overlaps, "id"));
        assertEquals(
                List.of("iom", "unhcr"), Computed.texts(overlaps.required(0).required("cells"), "institution"));
    }

    @Test
    void nobodyLedAnyFunctionThen() {
        assertTrue(Computed.functions(Computed.json(THEN)).stream()
                .allMatch(function -> function.required("leads").isEmpty()));
    }

    @Test
    void iomIsNotKnownToHaveCeasedToLeadCoordination() {
        var now = Computed.json(NOW_UNTIL_ENDED + "&function=coordination");
        assertEquals(
                "[\"iom\"]",
                now.required("functions").required(0).required("leads").toString());
    }

    @Test
    void whatThePaperAloneAttestsIsUnconfirmedNowWithItsSources() {
        var cell = cell(NOW, "anti-trafficking", "iom");
        assertTrue(Computed.texts(cell.required("capacities"), "id").contains("iom-anti-trafficking"));
        var capacity = Computed.each(cell.required("capacities"))
                .filter(candidate -> candidate.required("id").asText().equals("iom-anti-trafficking"))
                .findFirst()
                .orElseThrow();
        assertEquals("unconfirmed", capacity.required("status").asText());
        assertEquals("2004", capacity.required("lastAttested").asText());
        assertTrue(Computed.texts(capacity.required("citations"), "source").contains(PAPER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2005-01-02", "2026-01-01"})
    void afterThePaperOnlyKnownBeginningsAndEndsAreDifferences(String to) {
        var causes = Computed.json("coverage/diff?from=2004-12-31&to=" + to).findValues("causes").stream()
                .flatMap(Computed::each)
                .filter(cause -> cause.required("kind").asText().equals("capacity"))
                .toList();
        causes.forEach(cause -> assertTrue(cause.required("on").isTextual(), cause.toString()));
    }

    @Test
    void whatIsGoneHasNoPartNow() {
        var now = Computed.json(NOW);
        assertTrue(Computed.cells(now).keySet().stream().noneMatch(key -> key.endsWith("commission-on-human-rights")));
        assertTrue(!Computed.texts(now.required("institutions"), "id").contains("geneva-migration-group"));
    }

    @Test
    void theDiffHasEveryCellThatDiffersAndNoOther() {
        var then = Computed.cells(Computed.json(THEN));
        var now = Computed.cells(Computed.json(NOW_UNTIL_ENDED));
        var differing = new TreeSet<>(then.keySet());
        differing.addAll(now.keySet());
        differing.removeIf(key -> content(then.get(key)).equals(content(now.get(key))));

        assertNotEquals(Set.of(), differing);
        assertEquals(differing, new TreeSet<>(changes().map(Change::key).toList()));
    }

    /** Returns the ids of the mandates and capacities of a cell. */
    private static List<String> content(@Nullable JsonNode cell) {
        return cell == null
                ? List.of()
                : Stream.of("mandates", "capacities")
                        .flatMap(list -> Computed.texts(cell.required(list), "id").stream())
                        .toList();
    }

    @Test
    void theDiffSaysOfEachCellWhatItIsOnBothDays() {
        var then = Computed.cells(Computed.json(THEN));
        var now = Computed.cells(Computed.json(NOW_UNTIL_ENDED));
        changes().forEach(change -> {
            assertTold(then.get(change.key()), change.cell().required("before"), change.key());
            assertTold(now.get(change.key()), change.cell().required("after"), change.key());
        });
    }

    private static void assertTold(@Nullable JsonNode cell, JsonNode summary, String key) {
        if (cell == null) {
            assertEquals("empty", summary.required("state").asText(), key);
            assertEquals(0, summary.required("mandates").asInt(), key);
            return;
        }
        for (var field : List.of("state", "lead", "level", "reason")) {
            assertEquals(cell.required(field), summary.required(field), key + " " + field);
        }
        assertEquals(
                cell.required("mandates").size(), summary.required("mandates").asInt(), key);
    }

    @Test
    void everyDifferenceHasACauseWithCitations() {
        var kinds = Set.of("mandate", "capacity", "institution");
        changes()
                .forEach(change -> assertTrue(
                        Computed.each(change.cell().required("causes"))
                                .anyMatch(cause ->
                                        kinds.contains(cause.required("kind").asText())
                                                && !cause.required("citations").isEmpty()),
                        change.key()));
    }

    @Test
    void everyCauseStandsInTheAnswerOfOneDayAndNotOfTheOther() {
        var then = behind(THEN);
        var now = behind(NOW);
        changes()
                .forEach(change -> change.cell().required("causes").forEach(cause -> {
                    var id = change.key() + " " + cause.required("id").asText();
                    var began = cause.required("change").asText().equals("began");
                    assertEquals(began, now.contains(id), id);
                    assertEquals(!began, then.contains(id), id);
                }));
    }

    private static Set<String> behind(String path) {
        var ids = new HashSet<String>();
        Computed.cells(Computed.json(path))
                .forEach((key, cell) -> Stream.of("mandates", "capacities")
                        .flatMap(list -> Computed.texts(cell.required(list), "id").stream())
                        .forEach(id -> ids.add(key + " " + id)));
        return ids;
    }

    @Test
    void theDiffTellsThatIomCameToTheUnSystem() {
        var iom = Computed.each(Computed.json(DIFF).required("institutions"))
                .filter(institution -> institution.required("id").asText().equals("iom"))
                .findFirst()
                .orElseThrow();
        var cause = iom.required("causes").required(0);
        assertEquals(
                List.of("un-status", "2016-09-19"),
                List.of(cause.required("change").asText(), cause.required("on").asText()));
        assertTrue(!cause.required("citations").isEmpty());
    }

    private record Change(String key, JsonNode cell) {}

    private static Stream<Change> changes() {
        return Computed.each(Computed.json(DIFF).required("functions"))
                .flatMap(function -> Computed.each(function.required("cells"))
                        .map(cell -> new Change(
                                Computed.key(
                                        function.required("id").asText(),
                                        cell.required("institution").asText()),
                                cell)));
    }

    private static JsonNode cell(String path, String function, String institution) {
        return Objects.requireNonNull(Computed.cells(Computed.json(path)).get(Computed.key(function, institution)));
    }

    private static Set<String> sources(JsonNode cell) {
        var sources = new HashSet<String>();
        Computed.citations(cell)
                .forEach(citation -> sources.add(citation.required("source").asText()));
        return sources;
    }
}
