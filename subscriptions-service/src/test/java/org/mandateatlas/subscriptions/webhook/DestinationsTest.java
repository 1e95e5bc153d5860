package org.mandateatlas.subscriptions.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertEquals("resolves to an address in a private network", usual.validate(url));
        assertNull(local.validate(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/hook", "https://localhost/"})
    void itIsRefusedAgainWhenItIsToBeCalled(String url) {
        assertThrows(Destinations.InvalidDestinationException.class, () -> usual.resolve(URI.create(url), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://8.8.8.8/hook", "https://[2001:4860:4860::8888]:8443/hook?a=b", "HTTPS://1.1.1.1"})
    void whatIsPublicIsFit(String url) {
        assertNull(usual.validate(url));
    }

    @Test
    void aHostThatNobodyKnowsYetMayBecomeKnown() {
        assertNull(usual.validate("https://nowhere.invalid/hook"));
    }

    @Test
    void withoutEncryptionNothingIsCalledUnlessAllowed() {
        assertEquals("is not an https URL", usual.validate("http://8.8.8.8/hook"));
        assertNull(local.validate("http://8.8.8.8/hook"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', is not an http or https URL",
        "hook, is not an http or https URL",
        "ftp://example.org/, is not an http or https URL",
        "file:///etc/passwd, is not an http or https URL",
        "'https://exa mple.org/', is not a URL",
        "https://, is not a URL",
        "https:/hook, has no valid host and port",
        "https:///hook, has no valid host and port",
        "https://127.1/, has no valid host and port",
        "https://example.org:0/, has no valid host and port",
        "https://example.org:65536/, has no valid host and port",
        "https://exa_mple..org/, has no valid host and port",
        "https://user:secret@8.8.8.8/, contains credentials",
        "https://8.8.8.8/#here, 'contains a fragment, which is never sent'"
    })
    void whatIsNoProperUrlIsRefused(String url, String reason) {
        assertEquals(reason, usual.validate(url));
    }
}
