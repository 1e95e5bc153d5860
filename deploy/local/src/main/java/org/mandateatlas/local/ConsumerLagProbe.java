package org.mandateatlas.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Ready when a service answers and has heard all that another one has said: what it computes from the other's log would be short
 * of something before.
 *
 * @param owner where the other service is
 * @param question what the service computes, as a path
 */
record ConsumerLagProbe(String owner, String question) implements Probe {

    private static final int TIMEOUT_MILLIS = 5000;
    private static final String POSITION = "Atlas-Position";
    private static final String ANY_DOCUMENT = "/v1/sources?limit=1";

    @Override
    public boolean answers(int port) {
        if (!HealthProbe.HTTP.answers(port)) {
            return false;
        }
        try {
            var said = get(owner + ANY_DOCUMENT).getHeaderField(POSITION);
            return said != null
                    && get("http://127.0.0.1:" + port + question + "?position="
                                            + URLEncoder.encode(said, StandardCharsets.UTF_8))
                                    .getResponseCode()
                            == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    private static HttpURLConnection get(String address) throws IOException {
        var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        return connection;
    }
}
