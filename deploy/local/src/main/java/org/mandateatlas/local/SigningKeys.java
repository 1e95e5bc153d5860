package org.mandateatlas.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The key pair that signs local tokens, as two PEM files. */
record SigningKeys(Path folder) {

    private static final int KEY_BITS = 2048;

    Path publicKey() {
        return folder.resolve("public.pem");
    }

    private Path privateKey() {
        return folder.resolve("private.pem");
    }

    /** Creates the key pair if it does not exist. */
    synchronized void createIfMissing() {
        if (Files.exists(privateKey()) && Files.exists(publicKey())) {
            return;
        }
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            var pair = generator.generateKeyPair();
            new PrivateFile(privateKey())
                    .write(pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            Files.writeString(publicKey(), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException | IOException e) {
            throw new LauncherFailure("The signing keys in " + folder + " cannot be created (" + e + ").", e);
        }
    }

    /** Returns the private key that signs tokens. */
    PrivateKey signingKey() {
        if (!Files.exists(privateKey())) {
            throw new LauncherFailure("No keys in " + folder + " yet; ./atlas up creates them.");
        }
        try {
            var base64 = Files.readString(privateKey()).replaceAll("-----[A-Z ]+-----", "");
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new LauncherFailure(
                    "The key " + privateKey() + " cannot be read (" + e
                            + "); remove it, and ./atlas up creates a new one.",
                    e);
        }
    }

    private static String pem(String kind, byte[] encoded) {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(encoded);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }
}
