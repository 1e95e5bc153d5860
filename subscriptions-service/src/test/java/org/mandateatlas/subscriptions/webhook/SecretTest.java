package org.mandateatlas.subscriptions.webhook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    private static final String BODY = "{\"type\":\"a\",\"text\":\"Ünïcode ✓\"}";
    private final long now = Instant.now().getEpochSecond();

    @Test
    void theOfficialLibraryVerifiesWhatASecretSigns() throws Exception {
        Secret secret = Secret.generate();
        String signature = secret.sign("mandate-42", now, Buffer.buffer(BODY));
        var library = new Webhook(secret.text());
        assertDoesNotThrow(() -> library.verify(BODY, headers("mandate-42", signature)));
        assertEquals(library.sign("mandate-42", now, BODY), signature);
    }

    @Test
    void theOfficialLibraryRefusesWhatAnotherSecretSigned() throws Exception {
        String signature = Secret.generate().sign("mandate-42", now, Buffer.buffer(BODY));
        var library = new Webhook(Secret.generate().text());
        assertThrows(WebhookVerificationException.class, () -> library.verify(BODY, headers("mandate-42", signature)));
    }

    @Test
    void theOfficialLibraryRefusesAnotherId() throws Exception {
        Secret secret = Secret.generate();
        String signature = secret.sign("mandate-42", now, Buffer.buffer(BODY));
        var library = new Webhook(secret.text());
        assertThrows(WebhookVerificationException.class, () -> library.verify(BODY, headers("mandate-43", signature)));
    }

    @Test
    void noSecretIsMadeTwice() {
        assertNotEquals(Secret.generate().text(), Secret.generate().text());
    }

    @Test
    void aSecretStandsInNoLog() {
        Secret secret = Secret.generate();
        assertFalse(secret.toString().contains(secret.text().substring(6, 12)));
    }

    @Test
    void aSecretIsReadAsItIsWritten() {
        String text = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";
        assertEquals(text, Secret.parse(text).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz",
                "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=",
                "whsec_!!!!",
                "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzMDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzMDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz"
            })
    void whatIsTooShortTooLongOrNotBase64IsNoSecret(String text) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Secret.parse(text));
        assertFalse(!text.isEmpty() && String.valueOf(refusal.getMessage()).contains(text) && text.length() > 6);
    }

    private Map<String, List<String>> headers(String id, String signature) {
        return Map.of(
                "webhook-id", List.of(id),
                "webhook-timestamp", List.of(Long.toString(now)),
                "webhook-signature", List.of(signature));
    }
}
