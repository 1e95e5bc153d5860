package org.mandateatlas.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A stub of a service: it accepts connections on a port, or exits at once like a service that cannot start. */
final class StandIn {

    private StandIn() {}

    /**
     * Runs the program.
     *
     * @param arguments its port, and {@code ends} if it should fail
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments[1].equals("ends")) {
            System.out.println("ERROR no such table: mandate");
            System.exit(7);
        }
        var port = Integer.parseInt(arguments[0]);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
