package org.mandateatlas.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Ready when a service is healthy and has replicated everything that another service has published, so that its computed
 * responses are complete.
 *
 * @param upstream the base URL of the other service
 * @param path the path of a computed resource
 */
record ConsumerLagProbe(String upstream, String path) implements Probe {

    private static final int TIMEOUT_MILLIS = 5000;
    private static final String POSITION_HEADER = "Atlas-Position";
    private static final String ANY_PAGE = "/v1/sources?limit=1";

    @Override
    public boolean isReady(int port) {
        if (!HealthProbe.HTTP.isReady(port)) {
            return false;
        }
        try {
            var position = get(upstream + ANY_PAGE).getHeaderField(POSITION_HEADER);
            return position != null
                    && get("http://127.0.0.1:" + port + path + "?position="
                                            + URLEncoder.encode(position, StandardCharsets.UTF_8))
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
