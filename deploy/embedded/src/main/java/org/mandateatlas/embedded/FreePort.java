package org.mandateatlas.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Finds free TCP ports of the loopback address. They are not among those that the system gives to outgoing connections, one of which
 * could otherwise take a port before the program that it was found for listens on it.
 */
public final class FreePort {

    private static final int FIRST = 16_000;
    private static final int COUNT = 16_000;

    /** Has no common factor with the count, so that all ports have their turn, and ports near one that was found have it much later. */
    private static final int STEP = 3_097;

    private FreePort() {}

    /**
     * Returns a port that was free when checked, and that no process of this user has been given for thousands of searches.
     *
     * @throws IllegalStateException if no port is free
     */
    public static int find() {
        for (var attempt = 0; attempt < COUNT; attempt++) {
            var port = FIRST + next();
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port from " + FIRST + " to " + (FIRST + COUNT - 1) + " is free");
    }

    /** Advances the number that all processes of the user share. */
    private static synchronized int next() {
        var file =
                Path.of(System.getProperty("java.io.tmpdir"), "mandate-atlas-ports-" + System.getProperty("user.name"));
        try (var channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            var number = ByteBuffer.allocate(Integer.BYTES);
            channel.read(number, 0);
            var next = Math.floorMod(number.getInt(0) + STEP, COUNT);
            channel.write(number.clear().putInt(0, next), 0);
            return next;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
