package org.mandateatlas.gateway;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client that sends exactly the bytes it is given. */
public final class RawClient implements AutoCloseable {

    private final Socket socket;

    /** Connects to the gateway under test. */
    public RawClient() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(10_000);
    }

    /** Sets how long the next bytes are awaited. */
    public void timeout(Duration timeout) throws IOException {
        socket.setSoTimeout((int) timeout.toMillis());
    }

    /** Sends lines, and the empty one that ends a head. */
    public RawClient head(String... lines) throws IOException {
        return send(String.join("\r\n", lines) + "\r\n\r\n");
    }

    /** Sends text as it is. */
    public RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Returns what comes until a text has come, or until the end. */
    public String readTo(String end) throws IOException {
        var read = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            read.append((char) b);
            if (!end.isEmpty() && read.indexOf(end, Math.max(0, read.length() - end.length())) >= 0) {
                break;
            }
        }
        return read.toString();
    }

    /** Returns all that comes until the gateway closes the connection. */
    public String readAll() throws IOException {
        return readTo("");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
