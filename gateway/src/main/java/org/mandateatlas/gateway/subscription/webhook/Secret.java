package org.mandateatlas.gateway.subscription.webhook;

import io.vertx.core.buffer.Buffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a sender and a receiver of webhooks share and nobody else knows; as text it is {@code whsec_} and 24 to 64 bytes in base64. */
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

    /** Makes one that nobody can guess. */
    public static Secret make() {
        var key = new byte[MADE_BYTES];
        RANDOM.nextBytes(key);
        return new Secret(key);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none; the message does not repeat it
     */
    public static Secret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("does not begin with " + PREFIX);
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not base64 after " + PREFIX, e);
        }
        if (key.length < LEAST_BYTES || key.length > MOST_BYTES) {
            throw new IllegalArgumentException("is not of " + LEAST_BYTES + " to " + MOST_BYTES + " bytes");
        }
        return new Secret(key);
    }

    /** Returns it as text, for whoever may know it. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /**
     * Returns the signature of a message.
     *
     * @param timestamp when it is sent, in seconds since 1970
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

    /** Says nothing, so that it stands in no log. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
