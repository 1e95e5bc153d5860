package org.mandateatlas.local;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Readiness probes for the components. */
public enum HealthProbe implements Probe {

    /** Ready when the readiness endpoint of a service returns 200. */
    HTTP {
        @Override
        public boolean isReady(int port) {
            try {
                var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/q/health/ready")
                        .toURL()
                        .openConnection();
                connection.setConnectTimeout(TIMEOUT_MILLIS);
                connection.setReadTimeout(TIMEOUT_MILLIS);
                try {
                    return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
                } finally {
                    connection.disconnect();
                }
            } catch (IOException e) {
                return false;
            }
        }
    },

    /** Ready when the broker answers an ApiVersions request. */
    KAFKA {
        @Override
        public boolean isReady(int port) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
                socket.setSoTimeout(TIMEOUT_MILLIS);
                var request = new DataOutputStream(socket.getOutputStream());
                request.write(API_VERSIONS);
                request.flush();
                var response = new DataInputStream(socket.getInputStream());
                var length = response.readInt();
                var correlation = response.readInt();
                var error = response.readShort();
                return length > 0 && correlation == 1 && error == 0;
            } catch (IOException e) {
                return false;
            }
        }
    },

    /** Ready when the port accepts connections. */
    TCP {
        @Override
        public boolean isReady(int port) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
                return true;
            } catch (IOException e) {
                return false;
            }
        }
    };

    private static final int TIMEOUT_MILLIS = 2000;

    /** Length 10, API key 18, version 0, correlation id 1, no client id. */
    private static final byte[] API_VERSIONS = {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, -1, -1};
}
