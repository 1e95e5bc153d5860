package org.mandateatlas.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.mandateatlas.edge.LoopbackRequests;
import org.mandateatlas.edge.PublicAddress;
import org.mandateatlas.edge.RemoteAddress;

/**
 * Sets the forwarding headers, so that links of the upstream lead through the gateway. Values from the client are
 * dropped unless the configuration trusts a proxy.
 */
final class ForwardedHeaders {

    private static final CharSequence FORWARDED = HttpHeaders.createOptimized("Forwarded");
    private static final CharSequence FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence HOST = HttpHeaders.createOptimized("X-Forwarded-Host");
    private static final CharSequence PORT = HttpHeaders.createOptimized("X-Forwarded-Port");
    private static final CharSequence PROTO = HttpHeaders.createOptimized("X-Forwarded-Proto");

    private static final List<CharSequence> NOT_SPOKEN = List.of(
            LoopbackRequests.HEADER,
            HttpHeaders.createOptimized("X-Forwarded-Prefix"),
            HttpHeaders.createOptimized("X-Forwarded-Server"),
            HttpHeaders.createOptimized("X-Forwarded-Ssl"),
            HttpHeaders.createOptimized("X-Forwarded-Trusted-Proxy"),
            HttpHeaders.createOptimized("X-Real-Ip"));

    private ForwardedHeaders() {}

    static void set(MultiMap headers, HttpServerRequest request) {
        PublicAddress address = PublicAddress.of(request);
        String client = RemoteAddress.of(request);
        headers.set(FORWARDED, forwarded(client, address))
                .set(FOR, client)
                .set(HOST, address.authority())
                .set(PORT, Integer.toString(address.port()))
                .set(PROTO, address.scheme());
        for (CharSequence name : NOT_SPOKEN) {
            headers.remove(name);
        }
    }

    private static String forwarded(String client, PublicAddress address) {
        String node = client.indexOf(':') < 0 ? client : "\"[" + client + "]\"";
        return "for=" + node + ";host=\"" + address.authority() + "\";proto=" + address.scheme();
    }
}
