package org.mandateatlas.processes.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.processes.process.GovernanceProcessFixture.aProcess;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.processes.process.GovernanceProcess;
import org.mandateatlas.processes.process.GovernanceProcessFixture;
import org.mandateatlas.replication.replica.Version;

/** Descent leads back to all forebears and on to all successors, and not aside. */
class LineageTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-01");

    private final List<Version<GovernanceProcess>> processes = new ArrayList<>();

    LineageTest() {
        add(aProcess().called("grandparent"));
        add(aProcess().called("parent").after("grandparent"));
        add(aProcess().called("aunt").after("grandparent"));
        add(aProcess().called("child").after("parent"));
    }

    @Test
    void itLeadsBackAndOn() {
        assertEquals(List.of("grandparent:-1", "parent:0", "child:1"), members("parent", null));
    }

    @Test
    void theEldestHasOnlySuccessors() {
        assertEquals(List.of("grandparent:0", "aunt:1", "parent:1", "child:2"), members("grandparent", null));
    }

    @Test
    void theYoungestHasOnlyForebears() {
        assertEquals(List.of("grandparent:-2", "parent:-1", "child:0"), members("child", null));
    }

    @Test
    void everyStepSaysWhatWasTakenOver() {
        var links = lineage("child", null).links();
        assertEquals(
                List.of("grandparent>parent", "parent>child"),
                links.stream()
                        .map(link -> link.predecessor() + ">" + link.successor())
                        .toList());
        assertEquals("All of it.", links.getFirst().takenOver());
    }

    @Test
    void whatBeganLaterIsLeftOutOnADay() {
        add(aProcess().called("later").after("child").from("2018"));
        assertEquals(
                List.of("grandparent:-2", "parent:-1", "child:0"), members("child", LocalDate.parse("2004-12-31")));
    }

    @Test
    void everyMemberHasItsStatusOnTheDay() {
        add(aProcess().called("silent").after("child").from("2010").attestedUntil("2012"));
        add(aProcess().called("over").after("child").from("2010").until("2012"));
        assertEquals(
                List.of("current", "unconfirmed", "ended"),
                Stream.of("child", "silent", "over")
                        .map(id -> lineage("child", null).processes().stream()
                                .filter(member -> member.id().equals(id))
                                .map(member -> EnumValues.of(member.status()))
                                .findFirst()
                                .orElseThrow())
                        .toList());
    }

    private List<String> members(String id, @Nullable LocalDate day) {
        return lineage(id, day).processes().stream()
                .map(member -> member.id() + ":" + member.generation())
                .toList();
    }

    private Lineage lineage(String id, @Nullable LocalDate day) {
        var registry = new NetworkSnapshot(Position.START, null, processes, List.of(), List.of());
        var process = Objects.requireNonNull(registry.allProcesses().get(id));
        return Lineage.of(process, registry, day, day == null ? DAY : day);
    }

    private void add(GovernanceProcessFixture fixture) {
        var process = fixture.process();
        processes.add(new Version<>(process.id(), 1, 1, "created", Instant.EPOCH, process));
    }
}
