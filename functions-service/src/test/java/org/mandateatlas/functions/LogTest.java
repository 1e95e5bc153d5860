package org.mandateatlas.functions;

import static org.mandateatlas.functions.objective.ObjectiveFixture.anObjective;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.mandateatlas.testkit.LogContract;
import org.mandateatlas.testkit.Servers;

/** The log of functions-service. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Institutions.class)
class LogTest extends LogContract {

    LogTest() {
        super(
                "objective",
                "objectives",
                number -> anObjective()
                        .called("log-outage")
                        .named("Write " + number)
                        .json());
    }
}
