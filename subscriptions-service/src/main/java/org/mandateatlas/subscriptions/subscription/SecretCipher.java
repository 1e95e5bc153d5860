package org.mandateatlas.subscriptions.subscription;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.mandateatlas.subscriptions.webhook.Secret;
import org.mandateatlas.subscriptions.webhook.WebhooksConfig;

/**
 * Encrypts the secrets in the database with AES-GCM. An encrypted secret is {@code aes:<key>:<base64>}: the id of the key, and the
 * nonce with the ciphertext, which is bound to its subscription. Secrets of earlier versions are plain text.
 */
@Singleton
class SecretCipher {

    /** The key id of plain text. */
    static final String PLAIN = "";

    private static final String PREFIX = "aes:";
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final Pattern KEY = Pattern.compile("([a-z0-9-]{1,32}):([0-9A-Fa-f]{64})");
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final String current;

    @Inject
    SecretCipher(WebhooksConfig config) {
        this(config.secretKeys());
    }

    SecretCipher(String configured) {
        for (var text : configured.split(",", -1)) {
            var parts = KEY.matcher(text.strip());
            if (!parts.matches() || keys.containsKey(parts.group(1))) {
                throw new IllegalArgumentException(
                        "atlas.webhooks.secret-keys must be a list of keys with different ids, each"
                                + " an id of lower-case letters and digits, a colon and 64 hexadecimal digits");
            }
            keys.put(parts.group(1), new SecretKeySpec(HexFormat.of().parseHex(parts.group(2)), "AES"));
        }
        this.current = keys.keySet().iterator().next();
    }

    /** Rejects an invalid configuration at startup. */
    void validate(@Observes StartupEvent event) {}

    /** Returns the id of the key that encrypts. */
    String currentKey() {
        return current;
    }

    /** Returns the ids of the configured keys that only decrypt, and of plain text. */
    Set<String> earlierKeys() {
        var earlier = new TreeSet<>(keys.keySet());
        earlier.remove(current);
        earlier.add(PLAIN);
        return earlier;
    }

    /** Encrypts a secret of a subscription. */
    String encrypt(String subscription, Secret secret) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var text = secret.text().getBytes(StandardCharsets.UTF_8);
        try {
            var encrypted =
                    cipher(Cipher.ENCRYPT_MODE, current, subscription, nonce).doFinal(text);
            var content = ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                    .put(nonce)
                    .put(encrypted);
            return PREFIX + current + ':' + Base64.getEncoder().encodeToString(content.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A webhook secret cannot be encrypted.", e);
        }
    }

    /**
     * Returns a stored secret of a subscription.
     *
     * @throws IllegalStateException if its key is not configured, or it was changed
     */
    Secret decrypt(String subscription, String stored) {
        if (!stored.startsWith(PREFIX)) {
            return Secret.parse(stored);
        }
        var end = stored.indexOf(':', PREFIX.length());
        var key = stored.substring(PREFIX.length(), end);
        if (!keys.containsKey(key)) {
            throw new IllegalStateException(
                    "The key " + key + " of a webhook secret is not in atlas.webhooks.secret-keys.");
        }
        try {
            var content = Base64.getDecoder().decode(stored.substring(end + 1));
            var nonce = Arrays.copyOf(content, NONCE_BYTES);
            var text = cipher(Cipher.DECRYPT_MODE, key, subscription, nonce)
                    .doFinal(content, NONCE_BYTES, content.length - NONCE_BYTES);
            return Secret.parse(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "A webhook secret was not encrypted with the configured key " + key + ".", e);
        }
    }

    private Cipher cipher(int mode, String key, String subscription, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(subscription.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
