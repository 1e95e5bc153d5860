package org.mandateatlas.base.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.opentelemetry.api.trace.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String SAID = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String RECORDED = "00-11111111111111111111111111111111-2222222222222222-00";

    @Test
    void whatARequestSaysOfItselfIsKept() {
        assertEquals(SAID, TraceParent.current(SAID));
    }

    @Test
    void theSpanThatIsRecordedComesFirst() {
        try (var scope = TraceParent.context(RECORDED).makeCurrent()) {
            assertEquals(RECORDED, TraceParent.current(SAID));
        }
    }

    @Test
    void aContextNamesTheSpanItWasMadeOf() {
        assertEquals(
                SAID, TraceParent.of(Span.fromContext(TraceParent.context(SAID)).getSpanContext()));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\n"
            })
    void whatHasNotTheFormIsNothing(String said) {
        assertNull(TraceParent.current(said));
    }
}
