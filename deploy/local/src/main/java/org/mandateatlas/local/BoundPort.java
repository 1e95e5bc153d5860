package org.mandateatlas.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A loopback port that a component listens on.
 *
 * @param variable environment variable that overrides the port
 */
record BoundPort(String variable, int number) {

    private static final int CONNECT_TIMEOUT_MILLIS = 500;

    /** Returns whether another program uses the port. */
    boolean isBusy() {
        return isConnectable() || !isBindable();
    }

    private boolean isConnectable() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), number), CONNECT_TIMEOUT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isBindable() {
        try (var socket = new ServerSocket(number, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
