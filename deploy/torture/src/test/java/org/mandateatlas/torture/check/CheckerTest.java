package org.mandateatlas.torture.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.mandateatlas.torture.journal.WriteKind.BATCH;
import static org.mandateatlas.torture.journal.WriteKind.CREATE;
import static org.mandateatlas.torture.journal.WriteKind.PATCH;
import static org.mandateatlas.torture.journal.WriteKind.REPLACE;
import static org.mandateatlas.torture.journal.WriteKind.RETRACT;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.torture.check.FinalState.CoverageView;
import org.mandateatlas.torture.check.FinalState.DocumentView;
import org.mandateatlas.torture.check.FinalState.SearchView;
import org.mandateatlas.torture.journal.EventEntry;
import org.mandateatlas.torture.journal.OperationOutcome;
import org.mandateatlas.torture.journal.ReadEntry;
import org.mandateatlas.torture.journal.WriteEntry;

/** The checker finds nothing in a clean run, and each fault that is planted in one. */
class CheckerTest {

    private final SampleRun run = new SampleRun();

    @BeforeEach
    void writeAndRead() {
        run.write(CREATE, "institution/i", "w01");
        run.write(REPLACE, "institution/i", "w02");
        run.write(CREATE, "mandate/m", "w03");
        run.read("reader", 0, "institution/i", false);
        run.read("reader", 1, "mandate/m", true);
        run.write(PATCH, "institution/i", "w04");
        run.attempt(REPLACE, "institution/i", "w05", 1, OperationOutcome.REJECTED, null);
        run.attempt(CREATE, "mandate/m", "w06", 0, OperationOutcome.REJECTED, null);
        run.attempt(REPLACE, "mandate/m", "w07", 1, OperationOutcome.UNKNOWN, null);
        run.unanswered("mandate/m", "w08");
        run.write(CREATE, "institution/gone", "w09");
        run.write(RETRACT, "institution/gone", "w10");
        run.read("reader", 0, "institution/gone", true);
        run.write(BATCH, "institution/one", "w11");
        run.write(BATCH, "institution/two", "w11");
        run.read("reader", 0, "institution/i", true);
        run.read("reader", 1, "institution/i", false);
    }

    @Test
    void aCleanRunHasNoViolations() {
        run.settle();
        assertEquals(List.of(), run.check());
    }

    @Test
    void aRetractedDocumentCanBeCreatedAgain() {
        run.write(CREATE, "institution/gone", "w12");
        run.settle();
        assertEquals(List.of(), run.check());
    }

    @Test
    void eventsMayArriveAgain() {
        run.receive("kafka", run.revisions.get(0));
        run.receive("webhook", run.revisions.get(0));
        run.settle();
        assertEquals(List.of(), run.check());
    }

    @Test
    void aPublicationBeforeTheCommitIsFound() {
        var write = run.attempt(REPLACE, "institution/i", "w20", 3, OperationOutcome.UNKNOWN, null);
        run.receive("kafka", new HistoryRevision("institution", 9, write.id(), 4, "changed", "w20"));
        run.settle();
        assertFound(Rule.EVENTS_MATCH_THE_LOG);
    }

    @Test
    void anEventThatIsReplacedByAnotherOneIsFound() {
        var rolledBack = run.attempt(REPLACE, "mandate/m", "w20", 2, OperationOutcome.UNKNOWN, null);
        run.receive("kafka", new HistoryRevision("mandate", 3, rolledBack.id(), 3, "changed", "w20"));
        run.write(REPLACE, "mandate/m", "w21");
        run.settle();
        assertFound(Rule.EVENTS_MATCH_THE_LOG);
    }

    @Test
    void anEventBeforeItsWriteIsFound() {
        run.replace(
                WriteEntry.class,
                write -> write.token().equals("w11"),
                write -> new WriteEntry(
                        write.client(),
                        write.line(),
                        1_000_000,
                        1_000_001,
                        write.kind(),
                        write.stream(),
                        write.id(),
                        write.token(),
                        write.expected(),
                        write.outcome(),
                        write.status(),
                        write.version()));
        run.settle();
        assertFound(Rule.EVENTS_MATCH_THE_LOG);
    }

    @Test
    void aSkippedVersionCheckIsFound() {
        run.write(REPLACE, "institution/i", "w20");
        run.record("changed", "institution/i", "w21");
        run.attempt(REPLACE, "institution/i", "w21", 3, OperationOutcome.OK, 5);
        run.publish(Objects.requireNonNull(run.last("institution/i")));
        run.settle();
        assertFound(Rule.WRITES_ARE_LINEARIZABLE);
    }

    @Test
    void aVersionThatIsAcknowledgedTwiceIsFound() {
        run.attempt(REPLACE, "institution/i", "w20", 2, OperationOutcome.OK, 3);
        run.settle();
        assertFound(Rule.ACKNOWLEDGED_WRITES_ARE_KEPT);
    }

    @Test
    void aCreationThatReplacesIsFound() {
        run.record("changed", "institution/i", "w20");
        run.attempt(CREATE, "institution/i", "w20", 0, OperationOutcome.OK, 4);
        run.publish(Objects.requireNonNull(run.last("institution/i")));
        run.settle();
        assertFound(Rule.WRITES_ARE_LINEARIZABLE);
    }

    @Test
    void aRejectionWithoutACauseIsFound() {
        run.attempt(REPLACE, "institution/i", "w20", 3, OperationOutcome.REJECTED, null);
        run.settle();
        assertFound(Rule.WRITES_ARE_LINEARIZABLE);
    }

    @Test
    void aRejectedCreationOfAnUnknownDocumentIsFound() {
        run.attempt(CREATE, "institution/new", "w20", 0, OperationOutcome.REJECTED, null);
        run.settle();
        assertFound(Rule.WRITES_ARE_LINEARIZABLE);
    }

    @Test
    void versionsAgainstTheOrderOfTimeAreFound() {
        run.record("changed", "institution/i", "late");
        run.write(REPLACE, "institution/i", "w20");
        run.attempt(REPLACE, "institution/i", "late", 3, OperationOutcome.UNKNOWN, null);
        run.settle();
        assertFound(Rule.WRITES_ARE_LINEARIZABLE);
    }

    @Test
    void aLostAcknowledgedWriteIsFound() {
        run.attempt(REPLACE, "institution/i", "w20", 3, OperationOutcome.OK, 4);
        run.settle();
        assertFound(Rule.ACKNOWLEDGED_WRITES_ARE_KEPT);
    }

    @Test
    void aRejectedWriteThatIsRecordedIsFound() {
        run.publish(run.record("changed", "institution/i", "w05"));
        run.settle();
        assertFound(Rule.ACKNOWLEDGED_WRITES_ARE_KEPT);
    }

    @Test
    void aWriteThatIsRecordedTwiceIsFound() {
        run.publish(run.record("changed", "institution/i", "w04"));
        run.settle();
        assertFound(Rule.ACKNOWLEDGED_WRITES_ARE_KEPT);
    }

    @Test
    void aRevisionThatNobodyWroteIsFound() {
        run.publish(run.record("changed", "institution/i", "nobody"));
        run.settle();
        assertFound(Rule.ACKNOWLEDGED_WRITES_ARE_KEPT);
    }

    @Test
    void halfABatchIsFound() {
        run.attempt(BATCH, "institution/three", "w11", 0, OperationOutcome.UNKNOWN, null);
        run.settle();
        assertFound(Rule.BATCHES_ARE_ATOMIC);
    }

    @Test
    void aGapInTheLogIsFound() {
        run.revisions.removeIf(revision -> revision.token().equals("w09"));
        run.settle();
        assertFound(Rule.LOG_IS_CONTIGUOUS);
    }

    @Test
    void aRepeatedSequenceIsFound() {
        run.revisions.add(new HistoryRevision("mandate", 1, "other", 1, "created", "w20"));
        run.settle();
        assertFound(Rule.LOG_IS_CONTIGUOUS);
    }

    @Test
    void aDroppedEventIsFound() {
        run.remove(
                EventEntry.class,
                event -> event.client().equals("kafka") && event.token().equals("w02"));
        run.settle();
        assertFound(Rule.EVENTS_MATCH_THE_LOG);
        assertFound(Rule.EVENTS_ARE_IN_ORDER);
    }

    @Test
    void aDroppedLastEventIsFound() {
        run.remove(
                EventEntry.class,
                event -> event.client().equals("feed") && event.token().equals("w11"));
        run.settle();
        assertFound(Rule.EVENTS_MATCH_THE_LOG);
    }

    @Test
    void aConsumerThatReceivesNothingIsFound() {
        run.remove(EventEntry.class, event -> event.client().equals("webhook"));
        run.settle();
        assertFound(Rule.EVENTS_MATCH_THE_LOG);
    }

    @Test
    void anEventThatTheFeedRepeatsIsFound() {
        run.receive("feed", run.revisions.get(0));
        run.settle();
        assertFound(Rule.EVENTS_ARE_IN_ORDER);
    }

    @Test
    void aWebhookOutOfOrderIsFound() {
        var first = run.record("changed", "institution/i", "w20");
        run.attempt(REPLACE, "institution/i", "w20", 3, OperationOutcome.OK, 4);
        var second = run.record("changed", "institution/i", "w21");
        run.attempt(REPLACE, "institution/i", "w21", 4, OperationOutcome.OK, 5);
        for (var consumer : List.of("kafka", "feed")) {
            run.receive(consumer, first);
            run.receive(consumer, second);
        }
        run.receive("webhook", second);
        run.receive("webhook", first);
        run.settle();
        assertFound(Rule.EVENTS_ARE_IN_ORDER);
    }

    @Test
    void aStaleCacheIsFound() {
        var before = run.revisions.get(0);
        run.read("reader", 1, "institution/i", false, before, Map.of("institution", 2L));
        run.settle();
        assertFound(Rule.READERS_MOVE_FORWARD);
    }

    @Test
    void aStaleVersionWithANewPositionIsFound() {
        run.read("other", 0, "institution/i", false, run.revisions.get(1), Map.of("institution", 7L));
        run.settle();
        assertFound(Rule.READERS_MOVE_FORWARD);
    }

    @Test
    void aFreshReadThatMissesAnAcknowledgedWriteIsFound() {
        run.read("other", 0, "institution/i", true, run.revisions.get(1), Map.of("institution", 2L));
        run.settle();
        assertFound(Rule.READERS_MOVE_FORWARD);
    }

    @Test
    void aDocumentThatVanishesIsFound() {
        run.read("reader", 1, "mandate/m", false, null, Map.of("mandate", 1L));
        run.settle();
        assertFound(Rule.READERS_MOVE_FORWARD);
    }

    @Test
    void aResponseWithAnotherContentIsFound() {
        run.replace(
                ReadEntry.class,
                read -> "institution/i".equals(read.document()),
                read -> new ReadEntry(
                        read.client(),
                        read.line(),
                        read.gateway(),
                        read.invoked(),
                        read.completed(),
                        read.path(),
                        read.fresh(),
                        read.sent(),
                        read.status(),
                        read.position(),
                        read.document(),
                        read.version(),
                        "w99"));
        run.settle();
        assertFound(Rule.READERS_MOVE_FORWARD);
    }

    @Test
    void aStaleDocumentWhenQuietIsFound() {
        run.settle();
        run.documents.replaceAll(view -> view.document().equals("institution/i")
                ? new DocumentView(view.gateway(), view.document(), 200, 2, "w02", null, List.of())
                : view);
        assertFound(Rule.VIEWS_AGREE_WITH_THE_LOG);
    }

    @Test
    void aRetractedDocumentThatIsServedIsFound() {
        run.settle();
        run.documents.replaceAll(view -> view.document().equals("institution/gone")
                ? new DocumentView(view.gateway(), view.document(), 200, 1, "w09", null, List.of())
                : view);
        assertFound(Rule.VIEWS_AGREE_WITH_THE_LOG);
    }

    @Test
    void staleCoverageIsFound() {
        run.settle();
        run.coverage.set(1, new CoverageView(SampleRun.GATEWAYS.get(1), Map.of(), Map.of()));
        assertFound(Rule.VIEWS_AGREE_WITH_THE_LOG);
    }

    @Test
    void coverageOfARetractedCapacityIsFound() {
        run.settle();
        run.coverage.set(
                0, new CoverageView(SampleRun.GATEWAYS.get(0), Map.of("f/i", Set.of("m")), Map.of("f/i", Set.of("c"))));
        assertFound(Rule.VIEWS_AGREE_WITH_THE_LOG);
    }

    @Test
    void aStaleSearchResultIsFound() {
        run.settle();
        run.searches.add(new SearchView(SampleRun.GATEWAYS.get(0), "w02", Set.of("institution/i")));
        assertFound(Rule.VIEWS_AGREE_WITH_THE_LOG);
    }

    @Test
    void aFindingOfTheVerificationIsAViolation() {
        run.settle();
        run.findings.add("The log of institution in institutions: revision 3 does not match its hash.");
        assertEquals(
                List.of(Rule.LOG_IS_VERIFIED),
                run.check().stream().map(RuleViolation::rule).toList());
    }

    /** Other rules may be violated as a consequence. */
    private void assertFound(Rule rule) {
        var found = run.check();
        assertFalse(found.isEmpty(), "the fault is not found");
        assertEquals(
                Set.of(rule),
                found.stream().map(RuleViolation::rule).filter(rule::equals).collect(Collectors.toSet()),
                () -> "found instead: " + found);
    }
}
