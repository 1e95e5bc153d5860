package org.mandateatlas.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes tokens with one flaw each, signed with the key of the issuer unless the signature is the flaw.
 *
 * @param keys the key of the issuer
 * @param keyId its id
 */
record TokenForge(KeyPair keys, String keyId, String issuer, String audience) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String NONE = "none";

    static KeyPair generateKeys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    /** Returns a token without any flaw. */
    String flawless() throws Exception {
        return signed(header("RS256"), claims());
    }

    /** Returns the forged tokens by their flaw. */
    Map<String, String> forgeries() throws Exception {
        var tokens = new LinkedHashMap<String, String>();
        for (var none : List.of(NONE, "None", "NONE")) {
            tokens.put("algorithm " + none, join(header(none), claims()) + ".");
        }
        tokens.put("algorithm none with a signature", join(header(NONE), claims()) + signature(flawless()));
        tokens.put("HS256 with the public key in DER", mac(keys.getPublic().getEncoded()));
        tokens.put("HS256 with the public key in PEM", mac(pem().getBytes(StandardCharsets.US_ASCII)));
        tokens.put(
                "RS512, which is not the accepted algorithm",
                signed(header("RS512"), claims(), "SHA512withRSA", keys.getPrivate()));
        tokens.put("expired", signed(header("RS256"), with("exp", now() - 3600)));
        tokens.put("without expiry", signed(header("RS256"), with("exp", null)));
        tokens.put("not yet valid", signed(header("RS256"), with("nbf", now() + 3600)));
        tokens.put("wrong issuer", signed(header("RS256"), with("iss", issuer + "/")));
        tokens.put("without issuer", signed(header("RS256"), with("iss", null)));
        tokens.put("wrong audience", signed(header("RS256"), with("aud", "another-api")));
        tokens.put("without audience", signed(header("RS256"), with("aud", null)));
        tokens.put("without subject", signed(header("RS256"), with("sub", null)));
        tokens.put("truncated", flawless().substring(0, flawless().length() - 8));
        tokens.put("without signature", join(header("RS256"), claims()) + ".");
        tokens.put("of two parts", join(header("RS256"), claims()));
        tokens.put(
                "signature of another token", join(header("RS256"), with("sub", "somebody")) + signature(flawless()));
        tokens.put(
                "signed with another key",
                signed(
                        header("RS256"),
                        claims(),
                        "SHA256withRSA",
                        generateKeys().getPrivate()));
        var unknown = header("RS256");
        unknown.put("kid", "unknown");
        tokens.put("unknown key id", signed(unknown, claims()));
        tokens.put("key in the token", withOwnKey());
        tokens.put("not a token", "curator");
        return tokens;
    }

    /** The header contains the key that signs, as RFC 7515 allows. */
    private String withOwnKey() throws Exception {
        var own = generateKeys();
        var key = (RSAPublicKey) own.getPublic();
        var header = header("RS256");
        header.put(
                "jwk",
                Map.of(
                        "kty",
                        "RSA",
                        "n",
                        BASE64.encodeToString(key.getModulus().toByteArray()),
                        "e",
                        BASE64.encodeToString(key.getPublicExponent().toByteArray())));
        return signed(header, claims(), "SHA256withRSA", own.getPrivate());
    }

    private Map<String, Object> header(String algorithm) {
        return new LinkedHashMap<>(Map.of("alg", algorithm, "typ", "JWT", "kid", keyId));
    }

    private Map<String, Object> claims() {
        return new LinkedHashMap<>(Map.of(
                "iss",
                issuer,
                "aud",
                audience,
                "sub",
                "forged",
                "iat",
                now(),
                "exp",
                now() + 900,
                "preferred_username",
                "forged",
                "realm_access",
                Map.of("roles", List.of("curator", "subscriber"))));
    }

    private Map<String, Object> with(String claim, @Nullable Object value) {
        var claims = claims();
        if (value == null) {
            claims.remove(claim);
        } else {
            claims.put(claim, value);
        }
        return claims;
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private String signed(Map<String, Object> header, Map<String, Object> claims) throws Exception {
        return signed(header, claims, "SHA256withRSA", keys.getPrivate());
    }

    private static String signed(
            Map<String, Object> header, Map<String, Object> claims, String algorithm, PrivateKey key) throws Exception {
        var content = join(header, claims);
        var signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + BASE64.encodeToString(signature.sign());
    }

    private String mac(byte[] key) throws Exception {
        var content = join(header("HS256"), claims());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return content + "." + BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.'));
    }

    private static String join(Map<String, Object> header, Map<String, Object> claims) throws JsonProcessingException {
        return BASE64.encodeToString(JSON.writeValueAsBytes(header)) + "."
                + BASE64.encodeToString(JSON.writeValueAsBytes(claims));
    }
}
