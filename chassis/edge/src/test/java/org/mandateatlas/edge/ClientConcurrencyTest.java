package org.mandateatlas.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ClientConcurrencyTest {

    private final ClientConcurrency concurrency = new ClientConcurrency(2);

    @Test
    void aClientHasUpToTheMaximumInProgress() {
        assertTrue(concurrency.begin("192.0.2.7"));
        assertTrue(concurrency.begin("192.0.2.7"));
        assertFalse(concurrency.begin("192.0.2.7"));
        assertTrue(concurrency.begin("192.0.2.8"));
    }

    @Test
    void anEndedOperationMakesRoom() {
        concurrency.begin("192.0.2.7");
        concurrency.begin("192.0.2.7");
        concurrency.begin("192.0.2.7");
        concurrency.end("192.0.2.7");
        assertTrue(concurrency.begin("192.0.2.7"));
        assertFalse(concurrency.begin("192.0.2.7"));
    }

    @Test
    void clientsWithoutOperationsAreForgotten() {
        concurrency.begin("192.0.2.7");
        concurrency.begin("192.0.2.8");
        concurrency.end("192.0.2.7");
        concurrency.end("192.0.2.8");
        assertEquals(0, concurrency.clients());
    }
}
