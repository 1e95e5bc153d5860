package org.mandateatlas.base.security;

import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The issuer and the subject of a token, which together identify a caller; names can change and can be assigned again.
 *
 * @param issuer the claim {@code iss}
 * @param subject the claim {@code sub}
 */
public record TokenSubject(String issuer, String subject) {

    /**
     * Returns the subject of the token of an authenticated caller.
     *
     * @throws IllegalArgumentException if the caller was not authenticated by a token with an issuer and a subject
     */
    public static TokenSubject of(Principal caller) {
        if (caller instanceof JsonWebToken token && token.getIssuer() != null && token.getSubject() != null) {
            return new TokenSubject(token.getIssuer(), token.getSubject());
        }
        throw new IllegalArgumentException("the caller has no token with an issuer and a subject");
    }

    /** Returns a text that no other subject has. */
    public String text() {
        return issuer + '\n' + subject;
    }
}
