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
 * resolve to another address by then.
 */
@Singleton
public class Destinations {

    private static final int LONGEST = 2000;
    private static final int HIGHEST_PORT = 65535;

    private final WebhooksConfig config;

    Destinations(WebhooksConfig config) {
        this.config = config;
    }

    /** Returns why a URL is invalid; null if it is valid. An unknown host is valid, since it may become known. Resolves the host. */
    public @Nullable String validate(String text) {
        URI url;
        try {
            url = parse(text);
        } catch (InvalidDestinationException e) {
            return e.getMessage();
        }
        try {
            refusePrivate(InetAddress.getAllByName(url.getHost()));
            return null;
        } catch (UnknownHostException e) {
            return null;
        } catch (InvalidDestinationException e) {
            return e.getMessage();
        }
    }

    /**
     * Returns the address to call. Resolves the host.
     *
     * @param attempt number of previous attempts, which selects one of the addresses of the host
     */
    InetAddress resolve(URI url, int attempt) throws InvalidDestinationException, UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(url.getHost());
        refusePrivate(found);
        return found[attempt % found.length];
    }

    /** Parses a URL and checks everything but its addresses. */
    URI parse(String text) throws InvalidDestinationException {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            throw new InvalidDestinationException("is not a URL");
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme();
        if (!scheme.equalsIgnoreCase("https") && !scheme.equalsIgnoreCase("http")) {
            throw new InvalidDestinationException("is not an http or https URL");
        }
        if (!scheme.equalsIgnoreCase("https") && !config.allowHttp()) {
            throw new InvalidDestinationException("is not an https URL");
        }
        if (text.length() > LONGEST) {
            throw new InvalidDestinationException("is longer than " + LONGEST + " characters");
        }
        if (url.getHost() == null || url.getPort() == 0 || url.getPort() > HIGHEST_PORT) {
            throw new InvalidDestinationException("has no valid host and port");
        }
        if (url.getRawUserInfo() != null) {
            throw new InvalidDestinationException("contains credentials");
        }
        if (url.getRawFragment() != null) {
            throw new InvalidDestinationException("contains a fragment, which is never sent");
        }
        return url;
    }

    private void refusePrivate(InetAddress[] addresses) throws InvalidDestinationException {
        if (!config.allowPrivateAddresses() && Arrays.stream(addresses).anyMatch(PrivateNetworks::contain)) {
            throw new InvalidDestinationException("resolves to an address in a private network");
        }
    }

    /** The URL must not be called; the message says why. */
    static final class InvalidDestinationException extends Exception {

        InvalidDestinationException(String reason) {
            super(reason);
        }
    }
}
