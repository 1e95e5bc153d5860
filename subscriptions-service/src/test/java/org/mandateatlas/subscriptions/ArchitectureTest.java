package org.mandateatlas.subscriptions;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mandateatlas.testkit.ArchitectureRules;

/** The service keeps the rules of architecture. */
class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> theServiceKeepsTheRulesOfArchitecture() {
        return new ArchitectureRules("org.mandateatlas.subscriptions", ArchitectureRules.BASE, ArchitectureRules.FEED)
                .tests();
    }
}
