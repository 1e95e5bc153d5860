package org.mandateatlas.subscriptions.webhook;

import io.vertx.core.buffer.Buffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The shared secret of a subscription and its receiver; as text {@code whsec_} and 24 to 64 bytes in base64. */
public final class Secret {

    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final int MADE_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private Secret(byte[] key) {
        this.key = key;
    }

    /** Returns a random secret. */
    public static Secret generate() {
        var key = new byte[MADE_BYTES];
        RANDOM.nextBytes(key);
        return new Secret(key);
    }

    /**
     * Parses the text form.
     *
     * @throws IllegalArgumentException if it is not a secret; the message does not contain it
     */
    public static Secret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("must begin with " + PREFIX);
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be base64 after " + PREFIX, e);
        }
        if (key.length < LEAST_BYTES || key.length > MOST_BYTES) {
            throw new IllegalArgumentException("must have " + LEAST_BYTES + " to " + MOST_BYTES + " bytes");
        }
        return new Secret(key);
    }

    /** Returns the text form. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /**
     * Returns the signature of a message.
     *
     * @param timestamp time of the attempt in seconds since 1970
     */
    String sign(String id, long timestamp, Buffer body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(Buffer.buffer(id + '.' + timestamp + '.').getBytes());
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hides the secret, so that no log contains it. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
