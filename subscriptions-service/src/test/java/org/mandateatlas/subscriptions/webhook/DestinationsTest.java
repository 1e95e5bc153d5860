package org.mandateatlas.subscriptions.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {

    private final Destinations usual = new Destinations(Configured.with(Map.of()));
    private final Destinations local = new Destinations(Configured.with(
            Map.of("atlas.webhooks.allow-http", "true", "atlas.webhooks.allow-private-addresses", "true")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/hook",
                "https://localhost/hook",
                "https://[::1]/hook",
                "https://[::ffff:127.0.0.1]:8443/hook",
                "https://[64:ff9b::a9fe:a9fe]/latest",
                "https://169.254.169.254/latest/meta-data",
                "https://10.1.2.3:8080",
                "https://0.0.0.0/",
                "https://2130706433/",
                "https://[fe80::1]/"
            })
    void whatLeadsIntoAPrivateNetworkIsRefused(String url) {
        assertFalse(usual.accepts(url));
        assertTrue(local.accepts(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/hook", "https://localhost/", "https://nowhere.invalid/hook"})
    void itIsRefusedAgainWhenItIsToBeCalled(String url) {
        assertNull(usual.resolve(URI.create(url), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://8.8.8.8/hook", "https://[2001:4860:4860::8888]:8443/hook?a=b", "HTTPS://1.1.1.1"})
    void whatIsPublicIsFit(String url) {
        assertTrue(usual.accepts(url));
    }

    @Test
    void anUnknownHostIsRefusedLikeAPrivateOne() {
        assertFalse(usual.accepts("https://nowhere.invalid/hook"));
        assertTrue(local.accepts("https://nowhere.invalid/hook"));
    }

    @Test
    void withoutEncryptionNothingIsCalledUnlessAllowed() {
        assertFalse(usual.accepts("http://8.8.8.8/hook"));
        assertTrue(local.accepts("http://8.8.8.8/hook"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hook",
                "ftp://example.org/",
                "file:///etc/passwd",
                "https://exa mple.org/",
                "https://",
                "https:/hook",
                "https:///hook",
                "https://127.1/",
                "https://example.org:0/",
                "https://example.org:65536/",
                "https://exa_mple..org/",
                "https://user:secret@8.8.8.8/",
                "https://8.8.8.8/#here"
            })
    void whatIsNoProperUrlIsRefused(String url) {
        assertFalse(local.accepts(url));
    }

    @Test
    void theRuleNamesWhatIsAccepted() {
        assertEquals("must be an https URL of a public host without credentials and fragment", usual.rule());
        assertEquals("must be an http or https URL without credentials and fragment", local.rule());
    }
}
