package org.mandateatlas.edge;

import io.quarkus.logging.Log;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;

/** One replica of a service at one address. It is ejected while it does not respond. */
public final class Replica {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final URI url;
    private final SocketAddress address;
    private volatile boolean ejected;

    Replica(URI url, String host) {
        this.url = url;
        this.address = SocketAddress.inetSocketAddress(port(url), host);
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : isSecure(url) ? HTTPS_PORT : HTTP_PORT;
    }

    private static boolean isSecure(URI url) {
        return "https".equals(url.getScheme());
    }

    /** Returns options of a request to the replica. The host of the request is that of the configured URL. */
    public RequestOptions request(HttpMethod method, String uri) {
        return new RequestOptions()
                .setMethod(method)
                .setServer(address)
                .setHost(url.getHost())
                .setPort(address.port())
                .setSsl(isSecure(url))
                .setURI(uri);
    }

    boolean isEjected() {
        return ejected;
    }

    void report(boolean ready) {
        if (ejected == ready) {
            ejected = !ready;
            if (ready) {
                Log.infof("%s at %s is used again", url, address);
            } else {
                Log.warnf("%s at %s is not used until it is ready", url, address);
            }
        }
    }

    boolean isOf(URI otherUrl) {
        return url.equals(otherUrl);
    }

    boolean isAt(URI otherUrl, String host) {
        return url.equals(otherUrl) && address.host().equals(host);
    }
}
