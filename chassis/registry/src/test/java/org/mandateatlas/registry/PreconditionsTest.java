package org.mandateatlas.registry;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;

/** A write goes through when the stored document is as its condition says. */
class PreconditionsTest {

    private static final Preconditions ABSENT = new Preconditions(true, false, List.of());
    private static final Preconditions PRESENT = new Preconditions(false, true, List.of());
    private static final Preconditions THIRD_OR_FOURTH = new Preconditions(false, true, List.of(3, 4));

    @Test
    void withoutAConditionEveryWriteGoesThrough() {
        assertHolds(Preconditions.NONE, null);
        assertHolds(Preconditions.NONE, 1);
    }

    @Test
    void aNewDocumentMustNotExist() {
        assertHolds(ABSENT, null);
        assertFails("If-None-Match", ABSENT, 1);
    }

    @Test
    void aReplacedDocumentMustExist() {
        assertHolds(PRESENT, 1);
        assertFails("If-Match", PRESENT, null);
    }

    @Test
    void aReplacedVersionMustBeTheStoredOne() {
        assertHolds(THIRD_OR_FOURTH, 3);
        assertHolds(THIRD_OR_FOURTH, 4);
        assertFails("If-Match", THIRD_OR_FOURTH, 5);
        assertFails("If-Match", THIRD_OR_FOURTH, null);
        assertFails("If-Match", new Preconditions(false, false, List.of(3)), null);
    }

    private static void assertHolds(Preconditions conditions, @Nullable Integer stored) {
        assertDoesNotThrow(() -> conditions.check(stored));
    }

    private static void assertFails(String header, Preconditions conditions, @Nullable Integer stored) {
        var exception = assertThrows(ProblemException.class, () -> conditions.check(stored));
        assertEquals(ProblemType.PRECONDITION_FAILED, exception.type());
        assertEquals(header, exception.problem().violations().getFirst().header());
    }
}
