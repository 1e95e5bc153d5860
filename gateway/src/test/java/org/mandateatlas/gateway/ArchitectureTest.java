package org.mandateatlas.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String GATEWAY = "org.mandateatlas.gateway";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(GATEWAY);

    @Test
    void featuresAreFreeOfCycles() {
        slices().matching(GATEWAY + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature is read, moved and deleted by itself")
                .check(classes);
    }

    @Test
    void theGatewayDependsOnBaseEdgeAndFeedOnly() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("org.mandateatlas..")
                        .and(not(resideInAnyPackage(
                                GATEWAY + "..",
                                "org.mandateatlas.base..",
                                "org.mandateatlas.edge..",
                                "org.mandateatlas.feed.."))))
                .because("the gateway has neither documents nor a log of its own")
                .check(classes);
    }

    @Test
    void theGatewayHasNoDatabase() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.sql..", "javax.sql..", "io.agroal..", "jakarta.persistence..", "org.hibernate.."))
                .because("the gateway is stateless")
                .check(classes);
    }

    @Test
    void everyEndpointDeclaresItsAccess() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should(declareAccess())
                .because("an endpoint without a declaration must not be open by accident")
                .check(classes);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .because("constructors show what a class needs, and tests can provide it")
                .check(classes);
    }

    @Test
    void onlyTheClockTellsTheTime() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("tests set the time")
                .check(classes);
    }

    @Test
    void onlyFewPackagesRegisterVertxHandlers() {
        noClasses()
                .that(not(resideInAnyPackage(
                        GATEWAY + ".security..",
                        GATEWAY + ".changes..",
                        GATEWAY + ".compose..",
                        GATEWAY + ".http..",
                        GATEWAY + ".proxy..",
                        GATEWAY + ".health..",
                        GATEWAY + ".ratelimit..")))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Router.class)
                .because("Vert.x handlers proxy, cache and stream; everything else is a Quarkus REST resource")
                .check(classes);
    }

    @Test
    void allEndHandlersOfAResponseAreCalled() {
        noClasses()
                .should()
                .callMethod(HttpServerResponse.class, "closeHandler", Handler.class)
                .orShould()
                .callMethod(HttpServerResponse.class, "endHandler", Handler.class)
                .orShould()
                .callMethod(HttpServerResponse.class, "exceptionHandler", Handler.class)
                .because(
                        "a response has one such handler, so setting it removes that of the access log; a RoutingContext"
                                + " has a list of end handlers")
                .check(classes);
    }

    @Test
    void nothingBlocksTheEventLoop() {
        noClasses()
                .that()
                .resideOutsideOfPackage(GATEWAY + ".snapshot..") // runs on virtual threads
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Future.class, "get")
                .orShould()
                .callMethod(CompletableFuture.class, "join")
                .because("all requests share the event loops")
                .check(classes);
    }

    private static ArchCondition<JavaMethod> declareAccess() {
        return new ArchCondition<>("declare access by @PermitAll or @RolesAllowed") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var declared = method.isAnnotatedWith(PermitAll.class)
                        || method.isAnnotatedWith(RolesAllowed.class)
                        || method.getOwner().isAnnotatedWith(PermitAll.class)
                        || method.getOwner().isAnnotatedWith(RolesAllowed.class);
                if (!declared) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " declares no access"));
                }
            }
        };
    }
}
