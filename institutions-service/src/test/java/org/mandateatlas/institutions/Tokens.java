package org.mandateatlas.institutions;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Tokens that the service under test accepts, and some that it must not. */
final class Tokens {

    static final String ISSUER = "https://mandateatlas.org/local";

    private static final KeyPair KEYS = keys();

    private Tokens() {}

    static String publicKey() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(KEYS.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----";
    }

    static String curator() {
        return of("curator", ISSUER, KEYS);
    }

    static String reader() {
        return of("reader", ISSUER, KEYS);
    }

    static String ofAnotherIssuer() {
        return of("curator", "https://elsewhere.example", KEYS);
    }

    static String signedByAnother() {
        return of("curator", ISSUER, keys());
    }

    static String expired() {
        return Jwt.issuer(ISSUER)
                .upn("ada")
                .groups("curator")
                .issuedAt(1_000_000_000)
                .expiresAt(1_000_000_100)
                .sign(KEYS.getPrivate());
    }

    private static String of(String role, String issuer, KeyPair keys) {
        return Jwt.issuer(issuer).upn("ada").groups(role).sign(keys.getPrivate());
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }
}
