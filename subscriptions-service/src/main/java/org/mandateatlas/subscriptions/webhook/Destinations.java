package org.mandateatlas.subscriptions.webhook;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The URLs that webhooks may be sent to. A subscriber could name an address that only this service can reach (server-side request
 * forgery), so addresses in private networks are rejected: when a URL is set, and again before each call, since the host name can
 * resolve to another address by then. The reason for a rejection is not disclosed: it would tell which hosts exist in the network of the
 * service.
 */
@Singleton
public class Destinations {

    private static final int LONGEST = 2000;
    private static final int HIGHEST_PORT = 65535;

    private final WebhooksConfig config;

    Destinations(WebhooksConfig config) {
        this.config = config;
    }

    /** Returns whether webhooks may be sent to a URL. Resolves the host. */
    public boolean accepts(String text) {
        var url = parse(text);
        return url != null && (config.allowPrivateAddresses() || resolve(url, 0) != null);
    }

    /** Returns what every accepted URL is. */
    public String rule() {
        return "must be " + (config.allowHttp() ? "an http or https URL" : "an https URL")
                + (config.allowPrivateAddresses() ? "" : " of a public host") + " without credentials and fragment";
    }

    /**
     * Returns the address to call; null if the host is unknown or in a private network. Resolves the host.
     *
     * @param attempt number of previous attempts, which selects one of the addresses of the host
     */
    @Nullable InetAddress resolve(URI url, int attempt) {
        try {
            var found = InetAddress.getAllByName(url.getHost());
            var rejected =
                    !config.allowPrivateAddresses() && Arrays.stream(found).anyMatch(PrivateNetworks::contain);
            return rejected ? null : found[attempt % found.length];
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** Parses a URL and checks everything but its addresses; returns null if it is not accepted. */
    @Nullable URI parse(String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
        var scheme = url.getScheme() == null ? "" : url.getScheme();
        var accepted = (scheme.equalsIgnoreCase("https") || (scheme.equalsIgnoreCase("http") && config.allowHttp()))
                && text.length() <= LONGEST
                && url.getHost() != null
                && url.getPort() != 0
                && url.getPort() <= HIGHEST_PORT
                && url.getRawUserInfo() == null
                && url.getRawFragment() == null;
        return accepted ? url : null;
    }
}
