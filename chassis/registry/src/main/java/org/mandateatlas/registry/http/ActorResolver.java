package org.mandateatlas.registry.http;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.mandateatlas.base.security.TokenSubject;
import org.mandateatlas.base.text.Characters;

/**
 * The public name of a writer in revisions and events: a pseudonym, which is the same for all writes of a subject, or the configured
 * claim of the token.
 */
@Singleton
class ActorResolver {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "actor-";
    private static final int PSEUDONYM_BYTES = 10;
    private static final int SHORTEST_KEY = 32;
    private static final int LONGEST_NAME = 200;

    private final Optional<String> claim;
    private final SecretKeySpec key;

    ActorResolver(ActorConfig config) {
        if (config.key().length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("atlas.actor.key must have at least " + SHORTEST_KEY + " characters");
        }
        this.claim = config.claim();
        this.key = new SecretKeySpec(config.key().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Rejects an invalid configuration at startup. */
    void validate(@Observes StartupEvent event) {}

    /** Returns the public name of an authenticated writer. */
    String actor(Principal writer) {
        return claim.flatMap(name -> text(writer, name)).orElseGet(() -> pseudonym(TokenSubject.of(writer)));
    }

    private static Optional<String> text(Principal writer, String name) {
        if (writer instanceof JsonWebToken token
                && token.getClaim(name) instanceof String text
                && !text.isBlank()
                && text.length() <= LONGEST_NAME
                && Characters.areLine(text)) {
            return Optional.of(text);
        }
        return Optional.empty();
    }

    private String pseudonym(TokenSubject writer) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var digest = mac.doFinal(writer.text().getBytes(StandardCharsets.UTF_8));
            return PREFIX + HexFormat.of().formatHex(digest, 0, PSEUDONYM_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
        }
    }
}
