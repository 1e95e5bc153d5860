package org.mandateatlas.processes;

import static org.mandateatlas.processes.process.GovernanceProcessFixture.aProcess;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.mandateatlas.testkit.LogContract;
import org.mandateatlas.testkit.Servers;

/** The log of processes-service. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(InstitutionsAndFunctions.class)
class LogTest extends LogContract {

    LogTest() {
        super(
                "process",
                "processes",
                number ->
                        aProcess().called("log-outage").named("Write " + number).json());
    }
}
