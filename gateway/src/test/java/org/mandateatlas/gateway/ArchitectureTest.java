package org.mandateatlas.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.mandateatlas.gateway");

    @Test
    void noFeatureGoesInCircles() {
        slices().matching("org.mandateatlas.gateway.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature that needs itself through another cannot be understood alone")
                .check(classes);
    }

    @Test
    void everybodyHearsOfTheEndOfAnAnswer() {
        noClasses()
                .should()
                .callMethod(HttpServerResponse.class, "closeHandler", Handler.class)
                .orShould()
                .callMethod(HttpServerResponse.class, "endHandler", Handler.class)
                .orShould()
                .callMethod(HttpServerResponse.class, "exceptionHandler", Handler.class)
                .because("a response has one such handler, and setting it takes the one of the access log away; a"
                        + " RoutingContext has end handlers for all")
                .check(classes);
    }

    @Test
    void nothingWaits() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Future.class, "get")
                .orShould()
                .callMethod(CompletableFuture.class, "join")
                .because("every request shares the event loop, and one that waits holds up all")
                .check(classes);
    }
}
