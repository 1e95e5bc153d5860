package org.mandateatlas.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.processes.meeting.MeetingFixture.aMeeting;
import static org.mandateatlas.processes.output.OutputFixture.anOutput;
import static org.mandateatlas.processes.participation.ParticipationFixture.aParticipation;
import static org.mandateatlas.processes.process.GovernanceProcessFixture.aProcess;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.processes.meeting.Meeting;
import org.mandateatlas.processes.meeting.Meetings;
import org.mandateatlas.processes.output.Outputs;
import org.mandateatlas.processes.participation.Participation;
import org.mandateatlas.processes.participation.Participations;
import org.mandateatlas.processes.process.GovernanceProcess;
import org.mandateatlas.processes.process.GovernanceProcesses;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.DocumentTypes;
import org.mandateatlas.registry.dataset.BundledDataset;
import org.mandateatlas.registry.dataset.BundledDocument;
import org.mandateatlas.testkit.DatasetCheck;
import org.mandateatlas.testkit.Datasets;

/** The dataset that the service ships has no fault, and a fault would be found. */
class DatasetTest {

    private static final GovernanceProcesses PROCESSES = new GovernanceProcesses();
    private static final Participations PARTICIPATIONS = new Participations();
    private static final Meetings MEETINGS = new Meetings();

    private static final Map<String, Set<String>> OTHERS = Map.of(
            "source", Set.of("newland-2004"),
            "institution", Set.of("iom"),
            "function", Set.of("discussion-platform"));

    private final List<BundledDocument> documents = new ArrayList<>(List.of(document(
            PROCESSES, "berne-initiative", aProcess().called("berne-initiative").tree())));

    private final Map<String, Meeting> held = new HashMap<>();

    private final Outputs outputs = new Outputs(id -> Optional.ofNullable(held.get(id)));

    @Test
    void theBundledDatasetHasNoFault() {
        var bundled = bundled();
        bundled.stream()
                .filter(document -> document.type().stream().equals("meeting"))
                .forEach(document -> held.put(document.id(), read(document, Meeting.class)));
        var others = Map.of(
                "source", Datasets.ids("sources"),
                "institution", Datasets.ids("institutions"),
                "instrument", Datasets.ids("instruments"),
                "function", Datasets.ids("functions"));
        assertEquals("", String.join("\n", check(bundled).knowing(others).faults()));
    }

    @Test
    void theBundledDatasetHoldsDocumentsOfEachKind() {
        var kinds = bundled().stream().map(document -> document.type().stream()).collect(Collectors.toSet());
        assertEquals(Set.of("process", "participation", "meeting", "output"), kinds);
    }

    @Test
    void whoTakesPartInABundledProcessDoesSoDuringItsLife() {
        assertEquals(Set.of(), strangers("participation", Participation.class));
    }

    @Test
    void aBundledProcessMeetsDuringItsLife() {
        assertEquals(Set.of(), strangers("meeting", Meeting.class));
    }

    /** Returns what happened in a process before it began or after it ended. */
    private <D extends Record & Dated> Set<String> strangers(String stream, Class<D> record) {
        var bundled = bundled();
        var lives = bundled.stream()
                .filter(document -> document.type().stream().equals("process"))
                .collect(Collectors.toMap(
                        BundledDocument::id,
                        document -> read(document, GovernanceProcess.class).validity()));
        var strangers = new TreeSet<String>();
        for (var document : bundled) {
            var life = lives.get(document.tree().path("process").asText());
            if (document.type().stream().equals(stream) && life != null) {
                var validity = read(document, record).validity();
                if (validity.lastDay().isBefore(life.firstDay())
                        || validity.firstDay().isAfter(life.lastDay())) {
                    strangers.add(document.id());
                }
            }
        }
        return strangers;
    }

    @Test
    void everyProcessOfThePaperIsThere() {
        var known = bundled().stream().map(BundledDocument::id).collect(Collectors.toSet());
        assertEquals(
                List.of(),
                List.of(
                                "berne-initiative",
                                "hague-process",
                                "geneva-migration-group",
                                "international-dialogue-on-migration",
                                "global-consultations-on-international-protection",
                                "convention-plus",
                                "international-labour-conference-2004",
                                "high-level-dialogue-2006",
                                "population-division-coordination-meetings",
                                "icpd",
                                "doha-round-mode-4",
                                "tampere-process",
                                "doyle-working-group",
                                "gcim",
                                "world-commission-social-dimension",
                                "international-migration-policy-programme")
                        .stream()
                        .filter(id -> !known.contains(id))
                        .toList());
    }

    @Test
    void aSmallDatasetMayHaveNoFault() {
        add(PARTICIPATIONS, "berne-initiative", aParticipation().tree());
        add(MEETINGS, "berne-initiative", aMeeting().tree());
        add(outputs, "berne-initiative", anOutput().outOf("berne-ii").tree());
        assertEquals(List.of(), faults());
    }

    @Test
    void aDanglingProcessIsFound() {
        add(PARTICIPATIONS, "talks", aParticipation().in("talks").tree());
        assertEquals(
                List.of(
                        "participations/talks.yaml berne-initiative-iom-observer /process: there is no process 'talks'"),
                faults());
    }

    @Test
    void aDanglingInstitutionIsFound() {
        add(PARTICIPATIONS, "berne-initiative", aParticipation().of("atlantis").tree());
        assertEquals(
                List.of("participations/berne-initiative.yaml berne-initiative-iom-observer /institution:"
                        + " there is no institution 'atlantis'"),
                faults());
    }

    @Test
    void aDanglingFunctionIsFound() {
        add(PROCESSES, "talks", aProcess().serving("border-walls").tree());
        assertEquals(List.of("processes/talks.yaml talks /functions/0: there is no function 'border-walls'"), faults());
    }

    @Test
    void aDanglingInstrumentIsFound() {
        add(outputs, "berne-initiative", anOutput().being("magna-carta-2").tree());
        assertEquals(
                List.of("outputs/berne-initiative.yaml berne-agenda /instrument:"
                        + " there is no instrument 'magna-carta-2'"),
                faults());
    }

    @Test
    void anOutputOfTheMeetingOfAnotherProcessIsFound() {
        var meeting = aMeeting().of("icpd");
        held.put("berne-ii", meeting.meeting());
        add(PROCESSES, "icpd", aProcess().called("icpd").tree());
        add(MEETINGS, "icpd", meeting.tree());
        add(outputs, "berne-initiative", anOutput().outOf("berne-ii").tree());
        assertEquals(
                List.of("outputs/berne-initiative.yaml berne-agenda /meeting: belongs to the process 'icpd'"),
                faults());
    }

    @Test
    void aMeetingInTheFileOfAnotherProcessIsFound() {
        add(MEETINGS, "icpd", aMeeting().tree());
        assertEquals(List.of("meetings/icpd.yaml berne-ii /id: belongs into berne-initiative.yaml"), faults());
    }

    private void add(DocumentType<?> type, String file, ObjectNode tree) {
        documents.add(document(type, file, tree));
    }

    private List<String> faults() {
        return check(documents).knowing(OTHERS).faults();
    }

    private static DatasetCheck check(List<BundledDocument> documents) {
        var check = DatasetCheck.of(documents);
        for (var stream : List.of("participation", "meeting", "output")) {
            check.filedBy(stream, document -> document.path("process").asText());
        }
        return check;
    }

    private List<BundledDocument> bundled() {
        return new BundledDataset(new DocumentTypes(List.of(PROCESSES, PARTICIPATIONS, MEETINGS, outputs))).read();
    }

    private static <D> D read(BundledDocument document, Class<D> record) {
        return DocumentJson.read(document.tree(), record);
    }

    private static BundledDocument document(DocumentType<?> type, String file, ObjectNode tree) {
        return new BundledDocument(type, tree.get("id").textValue(), type.collection() + "/" + file + ".yaml", tree);
    }
}
