package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token contains actor, role and expiry, and the public key verifies it. */
class AccessTokenTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void thePublicKeyVerifiesTheToken() throws Exception {
        var parts = token().split("\\.", -1);

        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(publicKey());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertTrue(signature.verify(Base64.getUrlDecoder().decode(parts[2])));
    }

    @Test
    void theTokenNamesIssuerActorRoleAndTimes() {
        var parts = token().split("\\.", -1);

        assertEquals("{\"alg\":\"RS256\",\"typ\":\"JWT\"}", decoded(parts[0]));
        assertEquals("""
                {"iss":"https://mandateatlas.org/local","sub":"ana","upn":"ana","groups":["curator"],\
                "iat":1767225600,"exp":1767232800,"jti":"ID"}""", decoded(parts[1]).replaceAll("\"jti\":\"[0-9a-f-]{36}\"", "\"jti\":\"ID\""));
    }

    @Test
    void aNameThatWouldBreakTheJsonIsRejected() {
        assertThrows(UsageFailure.class, () -> new AccessToken("curator", "a\",\"x\":\"", NOW, Duration.ofHours(1)));
    }

    @Test
    void thePrivateKeyIsReadableByItsOwnerOnly() throws Exception {
        new SigningKeys(folder).createIfMissing();

        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("private.pem"))));
    }

    @Test
    void withoutKeysThereIsNoToken() {
        assertThrows(LauncherFailure.class, () -> new SigningKeys(folder).signingKey());
    }

    private String token() {
        var keys = new SigningKeys(folder);
        keys.createIfMissing();
        return new AccessToken("curator", "ana", NOW, Duration.ofHours(2)).signedWith(keys.signingKey());
    }

    private PublicKey publicKey() throws Exception {
        var pem = Files.readString(new SigningKeys(folder).publicKey()).replaceAll("-----[A-Z ]+-----", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
    }

    private static String decoded(String base64) {
        return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
