package org.mandateatlas.functions;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import org.mandateatlas.testkit.Servers;

/** A service of its own that follows streams of the test's own besides, and that nobody has told anything yet. */
public class ReplicatingOwnStreams implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "atlas.replication.streams",
                "source,institution,mandate,planet,comet,moon,star,ring,dust,never-there",
                "atlas.replication.pause",
                "50ms");
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Servers.class));
    }
}
