package org.mandateatlas.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.functions.capacity.CapacityFixture.aCapacity;
import static org.mandateatlas.functions.function.GovernanceFunctionFixture.aFunction;
import static org.mandateatlas.functions.objective.ObjectiveFixture.anObjective;
import static org.mandateatlas.functions.option.PolicyOptionFixture.anOption;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mandateatlas.functions.capacity.Capacities;
import org.mandateatlas.functions.function.GovernanceFunctions;
import org.mandateatlas.functions.model.GovernanceModels;
import org.mandateatlas.functions.objective.Objectives;
import org.mandateatlas.functions.option.PolicyOptions;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.DocumentTypes;
import org.mandateatlas.registry.dataset.BundledDataset;
import org.mandateatlas.registry.dataset.BundledDocument;
import org.mandateatlas.testkit.DatasetCheck;
import org.mandateatlas.testkit.Datasets;

/** The dataset that the service ships has no fault, and a fault would be found. */
class DatasetTest {

    private static final Capacities CAPACITIES = new Capacities();
    private static final GovernanceFunctions FUNCTIONS = new GovernanceFunctions();
    private static final GovernanceModels MODELS = new GovernanceModels();
    private static final Objectives OBJECTIVES = new Objectives();
    private static final PolicyOptions OPTIONS = new PolicyOptions();

    private static final Map<String, Set<String>> OTHERS =
            Map.of("source", Set.of("newland-2004"), "institution", Set.of("iom"));

    private final List<BundledDocument> documents =
            new ArrayList<>(List.of(document(FUNCTIONS, "functions", aFunction().tree())));

    @Test
    void theBundledDatasetHasNoFault() {
        var others = Map.of("source", Datasets.ids("sources"), "institution", Datasets.ids("institutions"));
        assertEquals("", String.join("\n", check(bundled()).knowing(others).faults()));
    }

    @Test
    void theBundledDatasetHoldsDocumentsOfEachKind() {
        var kinds = bundled().stream().map(document -> document.type().stream()).collect(Collectors.toSet());
        assertEquals(Set.of("function", "capacity", "policy-option", "objective", "governance-model"), kinds);
    }

    @Test
    void aSmallDatasetMayHaveNoFault() {
        documents.add(document(CAPACITIES, "iom", aCapacity().tree()));
        documents.add(document(OBJECTIVES, "objectives", anObjective().tree()));
        documents.add(document(OPTIONS, "new-agency", anOption().tree()));
        assertEquals(List.of(), faults());
    }

    @Test
    void aDanglingFunctionIsFound() {
        documents.add(document(CAPACITIES, "iom", aCapacity().in("border-walls").tree()));
        assertEquals(
                List.of("capacities/iom.yaml iom-coordination /function: there is no function 'border-walls'"),
                faults());
    }

    @Test
    void aDanglingInstitutionIsFound() {
        documents.add(
                document(CAPACITIES, "atlantis", aCapacity().of("atlantis").tree()));
        assertEquals(
                List.of("capacities/atlantis.yaml iom-coordination /institution: there is no institution 'atlantis'"),
                faults());
    }

    @Test
    void aDanglingInstitutionOfAnOperationIsFound() {
        documents.add(document(
                OPTIONS,
                "new-agency",
                anOption()
                        .doing("{\"type\": \"end-institution\", \"institution\": \"atlantis\"}")
                        .tree()));
        assertEquals(
                List.of("policy-options/new-agency.yaml new-agency /operations/0/institution:"
                        + " there is no institution 'atlantis'"),
                faults());
    }

    @Test
    void anAbsenceWithoutAReasonIsFound() {
        documents.add(document(CAPACITIES, "iom", aCapacity().at("none").tree()));
        assertEquals(
                List.of("capacities/iom.yaml iom-coordination /reason: is required if the level is none"), faults());
    }

    @Test
    void aCapacityInTheFileOfAnotherInstitutionIsFound() {
        documents.add(document(CAPACITIES, "ilo", aCapacity().tree()));
        assertEquals(List.of("capacities/ilo.yaml iom-coordination /id: belongs into iom.yaml"), faults());
    }

    private List<String> faults() {
        return check(documents).knowing(OTHERS).faults();
    }

    private static DatasetCheck check(List<BundledDocument> documents) {
        return DatasetCheck.of(documents)
                .filedBy("function", function -> "functions")
                .filedBy("objective", objective -> "objectives")
                .filedBy("capacity", capacity -> capacity.path("institution").asText());
    }

    private static List<BundledDocument> bundled() {
        return new BundledDataset(new DocumentTypes(List.of(CAPACITIES, FUNCTIONS, MODELS, OBJECTIVES, OPTIONS)))
                .read();
    }

    private static BundledDocument document(DocumentType<?> type, String file, ObjectNode tree) {
        return new BundledDocument(type, tree.get("id").textValue(), type.collection() + "/" + file + ".yaml", tree);
    }
}
