package org.mandateatlas.gateway;

import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

/** Issues tokens that are signed for real. */
public final class Tokens {

    private static final String ISSUER = "https://mandateatlas.org/local";
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final KeyPair keys;

    /** An issuer with a new key. */
    public Tokens() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a token with a role. */
    public String of(String role) {
        return of("ada", role, ISSUER, AN_HOUR);
    }

    /** Returns a token of somebody with a role. */
    public String of(String name, String role) {
        return of(name, role, ISSUER, AN_HOUR);
    }

    /** Returns a token that expired an hour ago. */
    public String expired() {
        return of("ada", "curator", ISSUER, AN_HOUR.negated());
    }

    /** Returns a token that somebody else claims to have issued. */
    public String ofAnotherIssuer() {
        return of("ada", "curator", "https://elsewhere.example", AN_HOUR);
    }

    private String of(String name, String role, String issuer, Duration validFor) {
        return Jwt.issuer(issuer)
                .upn(name)
                .subject(name)
                .groups(role)
                .expiresIn(validFor)
                .sign(keys.getPrivate());
    }

    Path publicKey() throws IOException {
        String encoded = Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
        Path file = Files.createTempFile("atlas-key", ".pem");
        file.toFile().deleteOnExit();
        return Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n");
    }
}
