package org.mandateatlas.institutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mandateatlas.institutions.institution.InstitutionFixture.anInstitution;
import static org.mandateatlas.institutions.instrument.InstrumentFixture.anInstrument;
import static org.mandateatlas.institutions.mandate.MandateFixture.aMandate;
import static org.mandateatlas.institutions.source.SourceFixture.aSource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mandateatlas.institutions.institution.Institutions;
import org.mandateatlas.institutions.instrument.Instruments;
import org.mandateatlas.institutions.mandate.MandateFixture;
import org.mandateatlas.institutions.mandate.Mandates;
import org.mandateatlas.institutions.source.Sources;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.DocumentTypes;
import org.mandateatlas.registry.dataset.BundledDataset;
import org.mandateatlas.registry.dataset.BundledDocument;
import org.mandateatlas.testkit.DatasetCheck;
import org.mandateatlas.testkit.Datasets;

/** The dataset that the service ships has no fault, and a fault would be found. */
class DatasetTest {

    private static final Institutions INSTITUTIONS = new Institutions();
    private static final Instruments INSTRUMENTS = new Instruments();
    private static final Mandates MANDATES = new Mandates();
    private static final Sources SOURCES = new Sources();

    private final List<BundledDocument> documents = new ArrayList<>(List.of(
            document(SOURCES, aSource().tree()),
            document(INSTITUTIONS, anInstitution().tree()),
            document(INSTRUMENTS, anInstrument().tree())));

    @Test
    void theBundledDatasetHasNoFault() {
        assertEquals(
                "",
                String.join(
                        "\n",
                        check(bundled()).alsoCited(Datasets.citedSources()).faults()));
    }

    @Test
    void theBundledDatasetHoldsDocumentsOfEachKind() {
        var collections =
                bundled().stream().map(document -> document.type().collection()).collect(Collectors.toSet());
        assertEquals(4, collections.size());
    }

    @Test
    void whatOthersReferToIsReadBeforeThem() {
        var read = bundled().stream().map(BundledDocument::id).toList();
        assertTrue(read.indexOf("newland-2004") < read.indexOf("iom"));
        assertTrue(read.indexOf("iom") < read.indexOf("iom-organized-transfer"));
        assertTrue(read.indexOf("iom-constitution") < read.indexOf("iom-organized-transfer"));
        assertTrue(read.indexOf("iom-european-resettlement") < read.indexOf("iom-organized-transfer"));
    }

    @Test
    void aSmallDatasetMayHaveNoFault() {
        add(aMandate().restingOn("iom-constitution", "art. 1"));
        assertEquals(List.of(), check(documents).faults());
    }

    @Test
    void anUncitedFactIsFound() {
        add(aMandate().uncited());
        assertFault("mandates/iom.yaml iom-forum /citations: names no source that supports the fact");
    }

    @Test
    void anUnknownSourceIsFound() {
        add(aMandate().citing("hearsay"));
        assertFault("mandates/iom.yaml iom-forum /citations/0/source: there is no source 'hearsay'");
    }

    @Test
    void aDanglingInstitutionIsFound() {
        add(aMandate().of("atlantis"), "mandates/atlantis.yaml");
        assertFault("mandates/atlantis.yaml iom-forum /institution: there is no institution 'atlantis'");
    }

    @Test
    void aDanglingInstrumentIsFound() {
        add(aMandate().restingOn("magna-carta", "clause 41"));
        assertFault("mandates/iom.yaml iom-forum /instrument: there is no instrument 'magna-carta'");
    }

    @Test
    void aDanglingRelationIsFound() {
        documents.add(document(
                INSTITUTIONS,
                anInstitution().called("icem").related("part-of", "atlantis").tree()));
        assertFault("institutions/icem.yaml icem /relations/0/institution: there is no institution 'atlantis'");
    }

    @Test
    void overlappingNamesAreFound() {
        documents.add(document(
                INSTITUTIONS,
                anInstitution()
                        .called("icem")
                        .named("A", "1951", null)
                        .named("B", "1960", null)
                        .tree()));
        assertFault("institutions/icem.yaml icem /names/1/validity: overlaps that of /names/0");
    }

    @Test
    void overlappingPeriodsInForceAreFound() {
        documents.add(document(
                INSTRUMENTS,
                anInstrument()
                        .called("pact")
                        .inForce("1951", null)
                        .inForce("1960", null)
                        .tree()));
        assertFault("instruments/pact.yaml pact /inForce/1/validity: overlaps that of /inForce/0");
    }

    @Test
    void anIdThatIsNoSlugIsFound() {
        add(aMandate().called("IOM_forum"));
        assertFault("mandates/iom.yaml IOM_forum /id: is no slug");
    }

    @Test
    void aFunctionThatThereIsNotIsFound() {
        add(aMandate().covering("coordination", "border-walls"));
        assertFault("mandates/iom.yaml iom-forum /functions/1: there is no function 'border-walls'");
    }

    @Test
    void aSourceThatNobodyCitesIsFound() {
        documents.add(document(SOURCES, aSource().called("unread").tree()));
        assertFault("sources/unread.yaml unread : is not cited");
    }

    @Test
    void anInstitutionInAFileOfAnotherNameIsFound() {
        documents.add(new BundledDocument(
                INSTITUTIONS,
                "icem",
                "institutions/icm.yaml",
                anInstitution().called("icem").tree()));
        assertFault("institutions/icm.yaml icem /id: belongs into icem.yaml");
    }

    @Test
    void anInstrumentInAFileOfAnotherNameIsFound() {
        documents.add(new BundledDocument(
                INSTRUMENTS,
                "pact",
                "instruments/treaty.yaml",
                anInstrument().called("pact").tree()));
        assertFault("instruments/treaty.yaml pact /id: belongs into pact.yaml");
    }

    @Test
    void aMandateInTheFileOfAnotherInstitutionIsFound() {
        add(aMandate(), "mandates/ilo.yaml");
        assertFault("mandates/ilo.yaml iom-forum /id: belongs into iom.yaml");
    }

    @Test
    void aFieldThatThereIsNotIsFound() {
        documents.add(
                document(INSTITUTIONS, anInstitution().called("icem").tree().put("soul", 1)));
        assertFault("institutions/icem.yaml icem /soul: is not a field of Institution");
    }

    @Test
    void mandatesWithoutTheRestOfTheDatasetAreDangling() {
        var alone = new BundledDataset(new DocumentTypes(List.of(MANDATES))).read();
        assertTrue(check(alone).faults().size() > alone.size());
    }

    private static DatasetCheck check(List<BundledDocument> documents) {
        return DatasetCheck.of(documents)
                .knowing(Map.of("function", Datasets.ids("functions")))
                .filedBy("mandate", mandate -> mandate.path("institution").asText());
    }

    private static List<BundledDocument> bundled() {
        return new BundledDataset(new DocumentTypes(List.of(INSTITUTIONS, INSTRUMENTS, MANDATES, SOURCES))).read();
    }

    private void add(MandateFixture mandate) {
        add(mandate, "mandates/iom.yaml");
    }

    private void add(MandateFixture mandate, String file) {
        var tree = mandate.tree();
        documents.add(new BundledDocument(MANDATES, tree.get("id").textValue(), file, tree));
    }

    private void assertFault(String fault) {
        assertEquals(List.of(fault), check(documents).faults());
    }

    private static BundledDocument document(DocumentType<?> type, ObjectNode tree) {
        var id = tree.get("id").textValue();
        return new BundledDocument(type, id, type.collection() + "/" + id + ".yaml", tree);
    }
}
