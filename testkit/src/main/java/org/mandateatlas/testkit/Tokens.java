package org.mandateatlas.testkit;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Tokens that the service under test accepts, and some that it must not. */
public final class Tokens {

    private static final String ISSUER = "https://mandateatlas.org/local";

    private static final KeyPair KEYS = keys();

    private Tokens() {}

    static String publicKey() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(KEYS.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----";
    }

    /** A token of somebody who may write. */
    public static String curator() {
        return of("curator", ISSUER, KEYS);
    }

    /** A token of somebody who may not write. */
    public static String reader() {
        return of("reader", ISSUER, KEYS);
    }

    /** A token of an issuer that the service does not know. */
    public static String ofAnotherIssuer() {
        return of("curator", "https://elsewhere.example", KEYS);
    }

    /** A token that somebody else signed in the issuer's name. */
    public static String signedByAnother() {
        return of("curator", ISSUER, keys());
    }

    /** A token whose time is over. */
    public static String expired() {
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
