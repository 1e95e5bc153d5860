package org.mandateatlas.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.gateway.cache.Dependencies;

class CacheDependenciesTest {

    private final RoutingTable owners = configured();
    private final CacheDependencies foundations = new CacheDependencies(owners);

    @ParameterizedTest
    @CsvSource({
        "/v1/mandates/iom, mandate",
        "/v1/mandates/iom/history, mandate",
        "/v1/mandates/iom/versions/3, mandate",
        "/v1/policy-options/merger, policy-option",
        "/v1/processes/berne-initiative, process"
    })
    void aDocumentRestsOnTheStreamOfItsCollection(String path, String stream) {
        assertEquals(Set.of(stream), basis(path, null).streams());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/mandates",
                "/v1/mandates/",
                "/v1/processes",
                "/v1/coverage",
                "/v1/coverage/gaps",
                "/v1/network/diff",
                "/v1/processes/berne-initiative/lineage",
                "/v1/policy-options/merger/simulation"
            })
    void allElseRestsOnEveryStreamThatItNames(String path) {
        assertEquals(Set.of(), basis(path, null).streams());
    }

    @ParameterizedTest
    @CsvSource({
        "knownAt=2026-11-23T10:00:00Z, true",
        "validAt=2004-12-31&known%41t=2026-11-23T10:00:00Z, true",
        "limit=2&cursor=abc, true",
        "validAt=2004-12-31, false",
        "q=knownAt, false",
        "q=%zz, false"
    })
    void aQuestionThatNamesAnInstantIsAboutThePast(String query, boolean past) {
        assertEquals(past, basis("/v1/mandates", query).past());
    }

    @Test
    void aPositionThatIsAskedForFixesTheStreamsThatItNames() {
        assertEquals(
                Set.of("mandate", "capacity"),
                basis("/v1/coverage", "position=capacity:80%2Cmandate:112").fixed());
        assertEquals(Set.of(), basis("/v1/coverage", "position=nonsense").fixed());
        assertEquals(
                Set.of(),
                basis("/v1/coverage", "position=mandate:1&position=mandate:2").fixed());
    }

    @Test
    void anOwnerWritesTheStreamsOfAllItsCollections() {
        assertEquals(
                Set.of("process", "participation", "meeting", "output"),
                basis("/v1/network", null).ownStreams());
    }

    @Test
    void aWriteMovesTheStreamOfItsCollection() {
        assertEquals(Set.of("mandate"), foundations.movedBy(owner("/v1/mandates/iom"), "/v1/mandates/iom"));
    }

    @Test
    void aWriteToSomethingElseMayMoveAnyStreamOfItsOwner() {
        assertEquals(owners.streamsOf(owner("/v1/network")), foundations.movedBy(owner("/v1/network"), "/v1/network"));
    }

    private Dependencies basis(String path, @Nullable String query) {
        return foundations.of(owner(path), path, query);
    }

    private Upstream owner(String path) {
        return Objects.requireNonNull(owners.ofPath(path));
    }

    private static RoutingTable configured() {
        try {
            var properties =
                    Objects.requireNonNull(RoutingTable.class.getClassLoader().getResource("application.properties"));
            var config = new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .withSources(new PropertiesConfigSource(properties))
                    .withMapping(UpstreamsConfig.class)
                    .withValidateUnknown(false)
                    .build();
            return new RoutingTable(config.getConfigMapping(UpstreamsConfig.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
