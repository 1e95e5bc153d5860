package org.mandateatlas.gateway.subscription.webhook;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where webhooks may go. Whoever names an address could make the gateway call what only the gateway can reach, so addresses of
 * private networks are refused: when one is named, and again each time before it is called, since a name can lead elsewhere by then.
 */
@Singleton
public class Destinations {

    private static final int LONGEST = 2000;
    private static final int HIGHEST_PORT = 65535;

    private final WebhooksConfig config;

    Destinations(WebhooksConfig config) {
        this.config = config;
    }

    /** Returns what speaks against a URL; null when nothing does. A host that nobody knows yet may become known. Looks up the name. */
    public @Nullable String objection(String text) {
        URI url;
        try {
            url = parse(text);
        } catch (UnfitException e) {
            return e.getMessage();
        }
        try {
            refusePrivate(InetAddress.getAllByName(url.getHost()));
            return null;
        } catch (UnknownHostException e) {
            return null;
        } catch (UnfitException e) {
            return e.getMessage();
        }
    }

    /**
     * Returns the address to call. Looks up the name.
     *
     * @param attempt which of the host's addresses, as not all of them may answer
     */
    InetAddress find(URI url, int attempt) throws UnfitException, UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(url.getHost());
        refusePrivate(found);
        return found[attempt % found.length];
    }

    /** Reads a URL that webhooks may go to, as far as that shows from its text. */
    URI parse(String text) throws UnfitException {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            throw new UnfitException("is no URL");
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme();
        if (!scheme.equalsIgnoreCase("https") && !scheme.equalsIgnoreCase("http")) {
            throw new UnfitException("is not an http or https URL");
        }
        if (!scheme.equalsIgnoreCase("https") && !config.allowHttp()) {
            throw new UnfitException("is not an https URL, and this gateway calls no others");
        }
        if (text.length() > LONGEST) {
            throw new UnfitException("is longer than " + LONGEST + " characters");
        }
        if (url.getHost() == null || url.getPort() == 0 || url.getPort() > HIGHEST_PORT) {
            throw new UnfitException("has no proper host and port");
        }
        if (url.getRawUserInfo() != null) {
            throw new UnfitException("has credentials in it");
        }
        if (url.getRawFragment() != null) {
            throw new UnfitException("has a fragment, which is never sent");
        }
        return url;
    }

    private void refusePrivate(InetAddress[] addresses) throws UnfitException {
        if (!config.allowPrivateAddresses() && Arrays.stream(addresses).anyMatch(PrivateNetworks::contain)) {
            throw new UnfitException("leads into a private network");
        }
    }

    /** Says why webhooks do not go to a URL. */
    static final class UnfitException extends Exception {

        UnfitException(String reason) {
            super(reason);
        }
    }
}
