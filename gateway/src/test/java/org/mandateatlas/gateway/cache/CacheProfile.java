package org.mandateatlas.gateway.cache;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A gateway of its own, to which the tests say what events arrive, and whether any do. */
public final class CacheProfile implements QuarkusTestProfile {

    static final int LARGEST = 65_536;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "atlas.cache.max-entry-size", Integer.toString(LARGEST),
                "atlas.feed.check-interval", "1h",
                "atlas.feed.pause", "1h");
    }
}
