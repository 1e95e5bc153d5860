package org.mandateatlas.institutions;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mandateatlas.testkit.ArchitectureRules;

/** Rules of the service's architecture. */
class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> theServiceKeepsTheRulesOfArchitecture() {
        return new ArchitectureRules("org.mandateatlas.institutions").tests();
    }
}
