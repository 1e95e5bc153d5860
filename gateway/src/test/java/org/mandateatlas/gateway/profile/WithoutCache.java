package org.mandateatlas.gateway.profile;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Nothing is kept of what owners answer, since the owners of these tests change their minds without an event. */
public final class WithoutCache implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("atlas.cache.max-size", "0");
    }
}
