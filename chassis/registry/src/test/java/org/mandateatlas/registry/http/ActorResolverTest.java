package org.mandateatlas.registry.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public name of a writer discloses nothing about it, unless a claim is configured. */
class ActorResolverTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @Test
    void aWriterHasTheSamePseudonymInEveryWrite() {
        var first = actor(null, KEY, token("https://a.example", "4711", "Ada"));
        assertTrue(first.matches("actor-[0-9a-f]{20}"), first);
        assertEquals(first, actor(null, KEY, token("https://a.example", "4711", "Ada Lovelace")));
    }

    @Test
    void subjectIssuerAndKeyMakeThePseudonym() {
        var pseudonym = actor(null, KEY, token("https://a.example", "4711", "Ada"));
        assertNotEquals(pseudonym, actor(null, KEY, token("https://a.example", "4712", "Ada")));
        assertNotEquals(pseudonym, actor(null, KEY, token("https://b.example", "4711", "Ada")));
        assertNotEquals(pseudonym, actor(null, KEY + "x", token("https://a.example", "4711", "Ada")));
    }

    @Test
    void theConfiguredClaimIsTheName() {
        assertEquals("Ada", actor("name", KEY, token("https://a.example", "4711", "Ada")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines"})
    void withoutAUsableClaimTheNameIsAPseudonym(String name) {
        assertTrue(actor("name", KEY, token("https://a.example", "4711", name)).startsWith("actor-"));
        assertTrue(actor("nickname", KEY, token("https://a.example", "4711", "Ada"))
                .startsWith("actor-"));
    }

    @Test
    void aShortKeyIsRejected() {
        var rejected = assertThrows(
                IllegalArgumentException.class, () -> actor(null, "short", token("https://a.example", "4711", "Ada")));
        assertFalse(String.valueOf(rejected.getMessage()).contains("short"));
    }

    private static String actor(@Nullable String claim, String key, JsonWebToken token) {
        return new ActorResolver(new Config(Optional.ofNullable(claim), key)).actor(token);
    }

    private static JsonWebToken token(String issuer, String subject, String name) {
        return new Token(Map.of("iss", issuer, "sub", subject, "name", name));
    }

    private record Config(Optional<String> claim, String key) implements ActorConfig {}

    private record Token(Map<String, String> claims) implements JsonWebToken {

        @Override
        public String getName() {
            return claims.getOrDefault("name", "");
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <T> @Nullable T getClaim(String claim) {
            return (T) claims.get(claim);
        }
    }
}
