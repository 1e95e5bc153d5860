package org.mandateatlas.institutions;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.mandateatlas.testkit.LogContract;
import org.mandateatlas.testkit.Servers;

/** The log of institutions-service. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Functions.class)
class LogTest extends LogContract {

    LogTest() {
        super("institution", "institutions", number -> Samples.institution("Write " + number));
    }
}
