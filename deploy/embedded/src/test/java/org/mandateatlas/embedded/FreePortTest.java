package org.mandateatlas.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ports that are found stay free until the program that they were found for listens. */
class FreePortTest {

    /** Linux gives outgoing connections ports from 32768 on. */
    private static final int FIRST_OF_CONNECTIONS = 32_768;

    @Test
    void portsAreNotThoseOfOutgoingConnections() {
        assertTrue(IntStream.range(0, 1000).map(i -> FreePort.find()).allMatch(port -> port < FIRST_OF_CONNECTIONS));
    }

    @Test
    void noPortIsFoundTwiceAtTheSameTime() {
        var found = IntStream.range(0, 1000)
                .parallel()
                .map(i -> FreePort.find())
                .boxed()
                .toList();

        assertEquals(1000, new HashSet<>(found).size());
    }

    @Test
    void aPortThatIsInUseIsNotFound() throws IOException {
        try (var used = new ServerSocket(FreePort.find(), 1, InetAddress.getLoopbackAddress())) {
            assertTrue(IntStream.range(0, 16_000)
                    .map(i -> FreePort.find())
                    .noneMatch(port -> port == used.getLocalPort()));
        }
    }
}
