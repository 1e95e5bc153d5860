package org.mandateatlas.subscriptions.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.subscriptions.webhook.Secret;

/** Stored secrets can be read with their key only, and only for their subscription. */
class SecretCipherTest {

    private static final String KEY = "1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a";
    private static final String FIRST = "first:" + KEY;
    private static final String SECOND = "second:" + "2B".repeat(32);

    private final Secret secret = Secret.generate();

    @Test
    void aSecretIsReadAsItWasWritten() {
        var cipher = new SecretCipher(FIRST);
        var stored = cipher.encrypt("a", secret);
        assertTrue(stored.startsWith("aes:first:"), stored);
        assertFalse(stored.contains(secret.text().substring(6)));
        assertNotEquals(stored, cipher.encrypt("a", secret));
        assertEquals(secret.text(), cipher.decrypt("a", stored).text());
    }

    @Test
    void plainTextOfAnEarlierVersionIsRead() {
        var cipher = new SecretCipher(FIRST);
        assertEquals(secret.text(), cipher.decrypt("a", secret.text()).text());
        assertEquals(Set.of(""), cipher.earlierKeys());
    }

    @Test
    void afterARotationTheFirstKeyEncryptsAndBothDecrypt() {
        var stored = new SecretCipher(FIRST).encrypt("a", secret);
        var rotated = new SecretCipher(SECOND + " , " + FIRST);
        assertEquals(secret.text(), rotated.decrypt("a", stored).text());
        assertTrue(rotated.encrypt("a", secret).startsWith("aes:second:"));
        assertEquals(Set.of("", "first"), rotated.earlierKeys());
    }

    @Test
    void anotherSubscriptionCannotUseIt() {
        var cipher = new SecretCipher(FIRST);
        var stored = cipher.encrypt("a", secret);
        assertThrows(IllegalStateException.class, () -> cipher.decrypt("b", stored));
    }

    @Test
    void withoutItsKeyOrWithAnotherOneItCannotBeRead() {
        var stored = new SecretCipher(FIRST).encrypt("a", secret);
        var missing = assertThrows(IllegalStateException.class, () -> new SecretCipher(SECOND).decrypt("a", stored));
        assertEquals("The key first of a webhook secret is not in atlas.webhooks.secret-keys.", missing.getMessage());
        var other = new SecretCipher("first:" + "3c".repeat(32));
        assertThrows(IllegalStateException.class, () -> other.decrypt("a", stored));
        assertThrows(IllegalStateException.class, () -> new SecretCipher(FIRST).decrypt("a", stored + "AAAA"));
        assertThrows(IllegalStateException.class, () -> new SecretCipher(FIRST).decrypt("a", "aes:first:AAAA"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "first",
                "first:1a",
                ":" + KEY,
                "A:" + KEY,
                "a_b:" + KEY,
                "a:" + KEY + ",a:" + KEY,
                "a:" + KEY + ","
            })
    void anInvalidConfigurationIsRejected(String keys) {
        var rejected = assertThrows(IllegalArgumentException.class, () -> new SecretCipher(keys));
        assertFalse(String.valueOf(rejected.getMessage()).contains("1a"));
    }
}
