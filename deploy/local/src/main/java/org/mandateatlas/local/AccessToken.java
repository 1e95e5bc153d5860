package org.mandateatlas.local;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * A signed access token for the API.
 *
 * @param role the role it grants, such as {@code curator}
 * @param actor the writer that the history names
 */
record AccessToken(String role, String actor, Instant issuedAt, Duration validity) {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    AccessToken {
        for (var name : new String[] {role, actor}) {
            if (!name.matches("[^\\p{Cntrl}\"\\\\]+")) {
                throw new UsageFailure("A role or actor must not contain quotes, backslashes or control characters.");
            }
        }
    }

    /** Returns the token as a JSON Web Token signed with RS256. */
    String signedWith(PrivateKey key) {
        var content = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + base64(claims());
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new LauncherFailure("The token cannot be signed (" + e + ").", e);
        }
    }

    private String claims() {
        return """
                {"iss":"%s","sub":"%s","upn":"%s","groups":["%s"],"iat":%d,"exp":%d,"jti":"%s"}""".formatted(
                        Settings.ISSUER,
                        actor,
                        actor,
                        role,
                        issuedAt.getEpochSecond(),
                        issuedAt.plus(validity).getEpochSecond(),
                        UUID.randomUUID());
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
