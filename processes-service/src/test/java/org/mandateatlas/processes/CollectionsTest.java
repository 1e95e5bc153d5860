package org.mandateatlas.processes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.mandateatlas.processes.meeting.MeetingFixture.aMeeting;
import static org.mandateatlas.processes.output.OutputFixture.anOutput;
import static org.mandateatlas.processes.participation.ParticipationFixture.aParticipation;
import static org.mandateatlas.processes.process.GovernanceProcessFixture.aProcess;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.OtherServices;
import org.mandateatlas.testkit.Servers;

/** The four collections: written, read at both times, filtered and searched. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(InstitutionsAndFunctions.class)
class CollectionsTest {

    /**
     * A document of a collection, and how it goes on.
     *
     * @param path where it is
     * @param created what it is at first
     * @param ended what it is once it has ended, in 2010
     * @param word a word that a search finds it by
     * @param changes how its history calls the two
     */
    record Sample(String path, String created, String ended, String word, List<String> changes) {

        String collection() {
            return path.substring(0, path.indexOf('/'));
        }

        String id() {
            return path.substring(path.indexOf('/') + 1);
        }

        @Override
        public String toString() {
            return path;
        }
    }

    static Stream<Sample> samples() {
        var usual = List.of("created", "ended");
        return Stream.of(
                new Sample(
                        "processes/c-talks",
                        aProcess().called("c-talks").named("Xtalks").json(),
                        aProcess()
                                .called("c-talks")
                                .named("Xtalks")
                                .until("2010")
                                .json(),
                        "xtalks",
                        usual),
                new Sample(
                        "participations/c-iom",
                        aParticipation().called("c-iom").doing("Xlooks on.").json(),
                        aParticipation()
                                .called("c-iom")
                                .doing("Xlooks on.")
                                .until("2010")
                                .json(),
                        "xlooks",
                        List.of("joined", "left")),
                new Sample(
                        "meetings/c-meeting",
                        aMeeting()
                                .called("c-meeting")
                                .named("Xmeeting")
                                .until("2999")
                                .json(),
                        aMeeting()
                                .called("c-meeting")
                                .named("Xmeeting")
                                .until("2010")
                                .json(),
                        "xmeeting",
                        usual),
                new Sample(
                        "outputs/c-output",
                        anOutput().called("c-output").titled("Xoutput").json(),
                        anOutput()
                                .called("c-output")
                                .titled("Xoutput")
                                .until("2010")
                                .json(),
                        "xoutput",
                        usual));
    }

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        OtherServices.awaitReplicated();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aDocumentIsWrittenAndReadAtBothTimes(Sample sample) {
        Api.create(sample.path(), sample.created()).header("ETag", "\"1\"");
        var recorded = Api.read(sample.path())
                .body("status", equalTo("current"))
                .extract()
                .path("recordedAt");
        Api.curator().body(sample.created()).put("/v1/" + sample.path()).then().statusCode(428);
        Api.curator()
                .header("If-None-Match", "*")
                .body(sample.created())
                .put("/v1/" + sample.path())
                .then()
                .statusCode(412);

        Api.replace(sample.path(), sample.ended()).header("ETag", "\"2-ended\"");

        Api.read(sample.path()).body("status", equalTo("ended"));
        Api.read(sample.path() + "?validAt=2009-01-01").body("status", equalTo("current"));
        Api.read(sample.path() + "?validAt=2011-01-01", 404).header("Atlas-Position", containsString(":"));
        Api.read(sample.path() + "?validAt=2011-01-01&knownAt=" + recorded).body("version", equalTo(1));
        Api.read(sample.path() + "/history").body("items.change", equalTo(sample.changes()));
        Api.read(sample.path() + "/history").body("items.effective[1]", equalTo("2010"));
        Api.read(sample.path() + "/versions/1").body("validity.to", not(equalTo("2010")));
        given().header("If-None-Match", "\"2-ended\"")
                .get("/v1/" + sample.path())
                .then()
                .statusCode(304);
        Api.read(sample.collection() + "?q=" + sample.word()).body("items.id", contains(sample.id()));
        Api.read(sample.collection() + "?q=" + sample.word() + "&validAt=2011-01-01")
                .body("items", hasSize(0));
        Api.read(sample.collection() + "?q=" + sample.word() + "&validAt=2011-01-01&knownAt=" + recorded)
                .body("items.id", contains(sample.id()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void allOfACollectionComesAsLinesOrRows(Sample sample) {
        given().accept("application/x-ndjson")
                .get("/v1/" + sample.collection())
                .then()
                .statusCode(200)
                .contentType(containsString("application/x-ndjson"))
                .body(containsString("{\"id\":"));
        given().accept("text/csv")
                .get("/v1/" + sample.collection() + "?fields=id,citations")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .body(containsString("id,citations\r\n"));
    }

    @Test
    void processesAreFoundByWhatTheyAre() {
        Api.create(
                "processes/c-found",
                aProcess()
                        .called("c-found")
                        .kind("training-programme")
                        .openTo("academia", "2001")
                        .normative("non-normative")
                        .serving("technical-assistance")
                        .json());

        for (var filter : List.of(
                "kind=training-programme",
                "openTo=academia&openTo=public",
                "openTo=academia&validAt=2004-12-31",
                "normativity=non-normative",
                "function=technical-assistance",
                "source=newland-2004")) {
            Api.read("processes?limit=500&" + filter).body("items.id", hasItem("c-found"));
        }
        for (var filter : List.of(
                "kind=dialogue",
                "openTo=public",
                "openTo=academia&validAt=2000-12-31",
                "normativity=normative",
                "function=discussion-platform",
                "convenor=iom",
                "participant=iom")) {
            Api.read("processes?limit=500&" + filter).body("items.id", not(hasItem("c-found")));
        }
    }

    @Test
    void processesAreFoundByThoseWhoTakePart() {
        Api.create("processes/c-joined", aProcess().called("c-joined").json());
        Api.create(
                "participations/c-joined-wto",
                aParticipation()
                        .called("c-joined-wto")
                        .in("c-joined")
                        .of("wto")
                        .as("member")
                        .from("2002")
                        .until("2003")
                        .json());
        Api.create(
                "participations/c-joined-unctad",
                aParticipation()
                        .called("c-joined-unctad")
                        .in("c-joined")
                        .of("unctad")
                        .as("convenor")
                        .from("2004")
                        .json());

        for (var filter : List.of(
                "participant=wto",
                "participant=unctad",
                "participant=wto&validAt=2003-12-31",
                "participant=wto&participant=unfpa",
                "participant=wto&participant=unfpa&validAt=2002-06-01",
                "participant=wto&participant=unctad&validAt=2010-01-01",
                "convenor=unctad",
                "convenor=unctad&participant=wto",
                "convenor=unctad&q=migration&status=current",
                "convenor=unctad&validAt=2004-01-01")) {
            Api.read("processes?limit=500&" + filter).body("items.id", hasItem("c-joined"));
        }
        for (var filter : List.of(
                "participant=wto&validAt=2001-12-31",
                "participant=wto&validAt=2004-01-01",
                "convenor=wto",
                "convenor=unctad&validAt=2003-12-31",
                "convenor=unctad&participant=wto&validAt=2004-01-01")) {
            Api.read("processes?limit=500&" + filter).body("items.id", not(hasItem("c-joined")));
        }
    }

    @Test
    void thoseWhoTookPartAreThoseThatTheRegistryKnewThen() {
        Api.create("processes/c-known", aProcess().called("c-known").json());
        Api.create(
                "participations/c-known-wto",
                aParticipation().called("c-known-wto").in("c-known").of("wto").json());
        var joined = Api.read("participations/c-known-wto").extract().<String>path("recordedAt");
        var before = Api.read("processes/c-known").extract().<String>path("recordedAt");
        Api.curator()
                .header("If-Match", "*")
                .delete("/v1/participations/c-known-wto")
                .then()
                .statusCode(204);

        Api.read("processes?limit=500&participant=wto").body("items.id", not(hasItem("c-known")));
        Api.read("processes?limit=500&participant=wto&knownAt=" + joined).body("items.id", hasItem("c-known"));
        Api.read("processes?limit=500&participant=wto&knownAt=" + before).body("items.id", not(hasItem("c-known")));
    }

    @Test
    void pagesGoOnThoughSomebodyJoinsOrLeavesBetweenThem() {
        for (var id : List.of("c-page-a", "c-page-b", "c-page-c")) {
            Api.create("processes/" + id, aProcess().called(id).named("Xpaged").json());
        }
        for (var id : List.of("c-page-a", "c-page-b")) {
            Api.create(
                    "participations/" + id + "-unitar",
                    aParticipation()
                            .called(id + "-unitar")
                            .in(id)
                            .of("unitar")
                            .as("host")
                            .doing("Xpages")
                            .json());
        }
        var ask = "processes?participant=unitar&q=xpaged&limit=1";
        var page = Api.read(ask + "&withTotal=true")
                .body("items.id", contains("c-page-a"))
                .body("total", equalTo(2))
                .extract()
                .<String>path("next");

        Api.curator()
                .header("If-Match", "*")
                .delete("/v1/participations/c-page-b-unitar")
                .then()
                .statusCode(204);
        Api.create(
                "participations/c-page-c-unitar",
                aParticipation()
                        .called("c-page-c-unitar")
                        .in("c-page-c")
                        .of("unitar")
                        .json());

        given().urlEncodingEnabled(false)
                .get(page)
                .then()
                .statusCode(200)
                .body("items.id", contains("c-page-b"))
                .body("next", equalTo(null));
        Api.read("processes?participant=unitar&q=xpaged").body("items.id", contains("c-page-a", "c-page-c"));
    }

    @Test
    void participationsAreFoundByWhatTheyAre() {
        Api.create(
                "participations/c-part",
                aParticipation()
                        .called("c-part")
                        .in("icpd")
                        .of("wto")
                        .as("sponsor")
                        .json());
        Api.create(
                "participations/c-actor",
                aParticipation()
                        .called("c-actor")
                        .in("icpd")
                        .ofActor("Ruritania", "state")
                        .as("host")
                        .json());

        for (var filter : List.of(
                "process=icpd", "institution=wto", "role=sponsor", "process=icpd&institution=wto&role=sponsor")) {
            Api.read("participations?limit=500&" + filter).body("items.id", hasItem("c-part"));
        }
        for (var filter : List.of("process=icpd", "actor=Ruritania", "role=host", "actorKind=state&actorKind=firm")) {
            Api.read("participations?limit=500&" + filter).body("items.id", hasItem("c-actor"));
        }
        for (var filter : List.of("process=gcim", "institution=iom", "role=host", "actorKind=state", "actor=wto")) {
            Api.read("participations?limit=500&" + filter).body("items.id", not(hasItem("c-part")));
        }
        for (var filter : List.of("process=gcim", "institution=wto", "actorKind=person", "actor=Ruritani")) {
            Api.read("participations?limit=500&" + filter).body("items.id", not(hasItem("c-actor")));
        }
        Api.read("participations?q=rurit").body("items.id", contains("c-actor"));
    }

    @Test
    void meetingsAreFoundByTheDaysThatTheyTouch() {
        Api.create(
                "meetings/c-days",
                aMeeting()
                        .called("c-days")
                        .of("icpd")
                        .from("2003-03-10")
                        .until("2003-03-12")
                        .json());

        for (var filter : List.of(
                "process=icpd",
                "from=2003-03-12",
                "to=2003-03-10",
                "from=2003-03-11&to=2003-03-11",
                "from=2003-01-01&to=2003-12-31&process=icpd",
                "from=2003-03-12&to=2003-03-20",
                "from=2003-01-01&validAt=2003-03-11")) {
            Api.read("meetings?limit=500&" + filter).body("items.id", hasItem("c-days"));
        }
        for (var filter : List.of(
                "process=gcim",
                "from=2003-03-13",
                "to=2003-03-09",
                "from=2002-01-01&to=2002-12-31",
                "from=2003-01-01&validAt=2003-03-13")) {
            Api.read("meetings?limit=500&" + filter).body("items.id", not(hasItem("c-days")));
        }
    }

    @Test
    void outputsAreFoundByWhatTheyAre() {
        Api.create("meetings/c-source", aMeeting().called("c-source").of("icpd").json());
        Api.create(
                "outputs/c-found",
                anOutput()
                        .called("c-found")
                        .of("icpd")
                        .outOf("c-source")
                        .kind("resolution")
                        .force("binding")
                        .being("icrmw")
                        .json());

        for (var filter : List.of(
                "process=icpd",
                "meeting=c-source",
                "kind=resolution&kind=report",
                "force=binding",
                "instrument=icrmw")) {
            Api.read("outputs?limit=500&" + filter).body("items.id", hasItem("c-found"));
        }
        for (var filter :
                List.of("process=gcim", "meeting=c-meeting", "kind=agenda", "force=internal", "instrument=ilo-c97")) {
            Api.read("outputs?limit=500&" + filter).body("items.id", not(hasItem("c-found")));
        }
    }

    @Test
    void aProcessThatIsReferredToIsNotRetracted() {
        Api.curator()
                .header("If-Match", "*")
                .delete("/v1/processes/geneva-migration-group")
                .then()
                .statusCode(409);
    }
}
