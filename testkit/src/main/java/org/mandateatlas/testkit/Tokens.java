package org.mandateatlas.testkit;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Valid and invalid tokens for the service under test. */
public final class Tokens {

    private static final String ISSUER = "https://mandateatlas.org/local";

    private static final KeyPair KEYS = keys();

    private Tokens() {}

    static String publicKey() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(KEYS.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----";
    }

    /** Returns a token with permission to write. */
    public static String curator() {
        return signed("curator", ISSUER, KEYS);
    }

    /** Returns a token without permission to write. */
    public static String reader() {
        return signed("reader", ISSUER, KEYS);
    }

    /** Returns a token of a user with a role. */
    public static String of(String user, String role) {
        return of(user, user, role);
    }

    /** Returns a token of a subject with a user name and a role. */
    public static String of(String subject, String user, String role) {
        return Jwt.issuer(ISSUER).subject(subject).upn(user).groups(role).sign(KEYS.getPrivate());
    }

    /** Returns a token of an unknown issuer. */
    public static String ofAnotherIssuer() {
        return signed("curator", "https://other.example", KEYS);
    }

    /** Returns a token with a signature of another key. */
    public static String signedByAnother() {
        return signed("curator", ISSUER, keys());
    }

    /** Returns an expired token. */
    public static String expired() {
        return Jwt.issuer(ISSUER)
                .subject("ada")
                .upn("ada")
                .groups("curator")
                .issuedAt(1_000_000_000)
                .expiresAt(1_000_000_100)
                .sign(KEYS.getPrivate());
    }

    private static String signed(String role, String issuer, KeyPair keys) {
        return Jwt.issuer(issuer).subject("ada").upn("ada").groups(role).sign(keys.getPrivate());
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
