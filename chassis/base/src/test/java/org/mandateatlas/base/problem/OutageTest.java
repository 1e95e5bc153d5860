package org.mandateatlas.base.problem;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** An outage of the database is told from a failure of our own. */
class OutageTest {

    @Test
    void aConnectionThatIsRefusedIsAnOutage() {
        assertTrue(Outage.caused(new IllegalStateException(new SQLException("refused", "08001"))));
    }

    @Test
    void aServerThatShutsDownIsAnOutage() {
        assertTrue(Outage.caused(new SQLException("terminating connection", "57P01")));
    }

    @Test
    void aLockThatIsNotGrantedInTimeIsAnOutage() {
        assertTrue(Outage.caused(new SQLException("canceling statement due to lock timeout", "55P03")));
    }

    @Test
    void aTransactionThatWasIdleForTooLongIsAnOutage() {
        assertTrue(
                Outage.caused(new SQLException("terminating connection due to idle-in-transaction timeout", "25P03")));
    }

    @Test
    void aPoolThatHasNoConnectionInTimeIsAnOutage() {
        assertTrue(Outage.caused(new IllegalStateException(
                new SQLException("Sorry, acquisition failed: Acquisition timeout while waiting for new connection"))));
    }

    @Test
    void aWrongStatementIsNone() {
        assertFalse(Outage.caused(new IllegalStateException(new SQLException("syntax error", "42601"))));
        assertFalse(Outage.caused(new IllegalStateException("no cause at all")));
    }
}
