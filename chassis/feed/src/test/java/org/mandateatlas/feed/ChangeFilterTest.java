package org.mandateatlas.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeFilterTest {

    private static final String OPTION = """
            {"change":"created","document":{"id":"x","operations":[{"type":"transfer-mandates","from":"unhcr","to":"iom",
             "functions":["coordination"]}],"validity":{"from":"2004","to":null},
             "adoption":{"by":"un-general-assembly"}},"previous":{"institution":"ilo","functions":[]},
             "patch":[{"op":"add","path":"/institution","value":{"institution":"not-this"}}]}""";

    @ParameterizedTest
    @CsvSource({
        "org.mandateatlas.mandate.transferred.v1, true",
        "org.mandateatlas.mandate.*, true",
        "*.transferred.*, true",
        "*, true",
        "****transferred****, true",
        "org.mandateatlas.institution.*, false",
        "org.mandateatlas.mandate, false",
        "org.mandateatlas.mandate.transferredXv1, false"
    })
    void aStarStandsForAnything(String wish, boolean passes) {
        var filter = ChangeFilter.of(List.of(wish), List.of(), List.of(), List.of(), List.of());

        assertEquals(passes, filter.passes(event("mandate", "transferred", OPTION)));
    }

    @ParameterizedTest
    @CsvSource({"unhcr, true", "iom, true", "ilo, true", "un-general-assembly, true", "2004, false", "not-this, false"})
    void institutionsAreThoseThatTheDocumentNamesOrNamed(String institution, boolean passes) {
        var filter = ChangeFilter.of(List.of(), List.of(), List.of(institution), List.of(), List.of());

        assertEquals(passes, filter.passes(event("policy-option", "created", OPTION)));
    }

    @Test
    void anInstitutionIsItsOwn() {
        var filter = ChangeFilter.of(List.of(), List.of(), List.of("doc"), List.of(), List.of());

        assertEquals(true, filter.passes(event("institution", "created", "{\"document\":{\"id\":\"doc\"}}")));
        assertEquals(false, filter.passes(event("process", "created", "{\"document\":{\"id\":\"doc\"}}")));
    }

    @Test
    void differentWishesMustAllPass() {
        var filter = ChangeFilter.of(
                List.of(), List.of("mandate", "capacity"), List.of("iom"), List.of("coordination"), List.of("doc"));

        assertEquals(true, filter.passes(event("mandate", "amended", OPTION)));
        assertEquals(false, filter.passes(event("process", "changed", OPTION)));
    }

    private static ChangeEvent event(String stream, String change, String data) {
        var record = new ConsumerRecord<>(
                "t", 0, 0, "doc".getBytes(StandardCharsets.UTF_8), data.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_specversion", "1.0".getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_id", "x-1".getBytes(StandardCharsets.UTF_8));
        record.headers()
                .add("ce_type", ("org.mandateatlas." + stream + "." + change + ".v1").getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_source", "/v1/x".getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_subject", "doc".getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_recordedtime", "2026-01-01T00:00:00Z".getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_sequence", "0000000001".getBytes(StandardCharsets.UTF_8));
        return EventReader.read(stream, record).orElseThrow();
    }
}
