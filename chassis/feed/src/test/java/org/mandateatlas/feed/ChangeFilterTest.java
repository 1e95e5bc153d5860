package org.mandateatlas.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeFilterTest {

    private static final String DATA = """
            {"change":"created","document":{"id":"x","institution":"not-this"},"previous":null,"patch":[]}""";

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

        assertEquals(passes, filter.passes(event("mandate", "transferred", "iom", "coordination")));
    }

    @ParameterizedTest
    @CsvSource({"unhcr, true", "iom, true", "not-this, false", "unhcr-iom, false"})
    void institutionsAreThoseOfTheAttribute(String institution, boolean passes) {
        var filter = ChangeFilter.of(List.of(), List.of(), List.of(institution), List.of(), List.of());

        assertEquals(passes, filter.passes(event("policy-option", "created", "iom,unhcr", "coordination")));
    }

    @ParameterizedTest
    @CsvSource({"coordination, true", "protection, false"})
    void functionsAreThoseOfTheAttribute(String function, boolean passes) {
        var filter = ChangeFilter.of(List.of(), List.of(), List.of(), List.of(function), List.of());

        assertEquals(passes, filter.passes(event("mandate", "amended", "", "coordination")));
    }

    @Test
    void anEventWithoutTheAttributesConcernsNone() {
        var filter = ChangeFilter.of(List.of(), List.of(), List.of("iom"), List.of(), List.of());

        assertEquals(false, filter.passes(event("source", "created", null, null)));
        assertEquals(true, ChangeFilter.ALL.passes(event("source", "created", null, null)));
    }

    @Test
    void allListsMustMatch() {
        var filter = ChangeFilter.of(
                List.of(), List.of("mandate", "capacity"), List.of("iom"), List.of("coordination"), List.of("doc"));

        assertEquals(true, filter.passes(event("mandate", "amended", "iom,unhcr", "coordination")));
        assertEquals(false, filter.passes(event("process", "changed", "iom,unhcr", "coordination")));
    }

    private static ChangeEvent event(
            String stream, String change, @Nullable String institutions, @Nullable String functions) {
        var record = new ConsumerRecord<>(
                "t", 0, 0, "doc".getBytes(StandardCharsets.UTF_8), DATA.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_specversion", "1.0".getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_id", "x-1".getBytes(StandardCharsets.UTF_8));
        record.headers()
                .add("ce_type", ("org.mandateatlas." + stream + "." + change + ".v1").getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_source", "/v1/x".getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_subject", "doc".getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_time", "2026-01-01T00:00:00Z".getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_sequence", "0000000001".getBytes(StandardCharsets.UTF_8));
        if (institutions != null && functions != null) {
            record.headers().add("ce_institutions", institutions.getBytes(StandardCharsets.UTF_8));
            record.headers().add("ce_functions", functions.getBytes(StandardCharsets.UTF_8));
        }
        return EventReader.read(stream, record).orElseThrow();
    }
}
