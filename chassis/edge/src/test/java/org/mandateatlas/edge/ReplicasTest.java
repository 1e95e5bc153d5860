package org.mandateatlas.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplicasTest {

    private static final URI ONE = URI.create("http://one:8081");
    private static final URI TWO = URI.create("http://two:8081");

    private final Replicas replicas = Replicas.at("service", List.of(ONE, TWO));

    @Test
    void requestsTakeTurns() {
        assertNotSame(replicas.next(null), replicas.next(null));
        assertEquals(2, used().size());
    }

    @Test
    void anEjectedReplicaIsNotUsedUntilItIsReady() {
        Replica ejected = replicas.next(null);
        replicas.eject(ejected);
        assertEquals(1, used().size());
        assertNotSame(ejected, replicas.next(null));
        assertEquals(1, replicas.available());
        ejected.report(true);
        assertEquals(2, used().size());
    }

    @Test
    void ifAllAreEjectedAllAreUsed() {
        replicas.all().forEach(replicas::eject);
        assertEquals(2, used().size());
    }

    @Test
    void aRequestThatFailedGoesToAnotherReplica() {
        for (int i = 0; i < 4; i++) {
            Replica failed = replicas.next(null);
            assertNotSame(failed, replicas.next(failed));
        }
        replicas.all().forEach(replicas::eject);
        Replica failed = replicas.next(null);
        assertNotSame(failed, replicas.next(failed));
    }

    @Test
    void aSingleReplicaIsUsedAgain() {
        Replicas single = Replicas.at("service", List.of(ONE));
        Replica failed = single.next(null);
        single.eject(failed);
        assertEquals(1, single.available());
        assertSame(failed, single.next(failed));
    }

    @Test
    void eachAddressOfAHostIsAReplicaThatKeepsItsState() {
        replicas.resolved(Map.of(ONE, List.of("10.0.0.1", "10.0.0.2")));
        assertEquals(3, used().size());
        Replica ejected = replicas.all().get(1);
        replicas.eject(ejected);
        replicas.resolved(Map.of(ONE, List.of("10.0.0.2", "10.0.0.3"), TWO, List.of("10.0.0.9")));
        assertSame(ejected, replicas.all().getFirst());
        assertEquals(2, replicas.available());
        assertEquals(3, replicas.all().size());
    }

    @Test
    void aUrlNeedsAHost() {
        assertThrows(IllegalArgumentException.class, () -> Replicas.at("service", List.of(URI.create("one:8081"))));
    }

    private Set<Replica> used() {
        var used = new HashSet<Replica>();
        for (int i = 0; i < 12; i++) {
            used.add(replicas.next(null));
        }
        return used;
    }
}
