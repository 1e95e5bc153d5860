package org.mandateatlas.institutions;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import java.time.Clock;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** How the service and the chassis are built, so far as a machine can say it. */
class ArchitectureTest {

    private static final String SERVICE = "org.mandateatlas.institutions..";
    private static final String CHASSIS = "org.mandateatlas.chassis..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.mandateatlas.institutions", "org.mandateatlas.chassis");

    private static final DescribedPredicate<JavaClass> PERSISTENT = describe("repositories and entities", type -> {
        var outermost = outermost(type);
        return outermost.getSimpleName().endsWith("Repository") || outermost.isAnnotatedWith(Entity.class);
    });

    private static final DescribedPredicate<JavaCall<?>> READS_THE_CLOCK =
            describe("read the machine's clock", call -> {
                var owner = call.getTargetOwner();
                var name = call.getName();
                var bare = call.getTarget().getRawParameterTypes().isEmpty();
                return (owner.getPackageName().equals("java.time") && name.equals("now") && bare)
                        || (owner.isEquivalentTo(Clock.class) && name.startsWith("system"))
                        || (owner.isEquivalentTo(Clock.class) && name.startsWith("tick") && !name.equals("tick"))
                        || (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"))
                        || (owner.isEquivalentTo(Date.class) && name.equals("<init>") && bare);
            });

    private static final DescribedPredicate<JavaClass> THE_CLOCK_PRODUCER = simpleName("ClockProducer");

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    @Test
    void featuresOfTheServiceDependOnOneAnotherWithoutCycles() {
        check(slices().matching("org.mandateatlas.institutions.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature is to be read, moved and deleted by itself"));
    }

    @Test
    void partsOfTheChassisDependOnOneAnotherWithoutCycles() {
        check(slices().matching("org.mandateatlas.chassis.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a part of the chassis is to be read and replaced by itself"));
    }

    @Test
    void onlyRepositoriesAndEntitiesTouchTheDatabase() {
        check(noClasses()
                .that(not(PERSISTENT))
                .and()
                .doNotHaveSimpleName("Outage") // which only tells the database's failures apart
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.sql..", "javax.sql..", "io.agroal..", "jakarta.persistence..", "org.hibernate.."))
                .because("every statement about a table stands in the one class that is named for it"));
    }

    @Test
    void everyEndpointDeclaresWhoMayCallIt() {
        check(methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should()
                .beAnnotatedWith(PermitAll.class)
                .orShould()
                .beAnnotatedWith(RolesAllowed.class)
                .because("an endpoint that forgets its access must not be open by accident"));
    }

    @Test
    void nothingIsInjectedIntoFields() {
        check(noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .because("what a class needs is seen in its constructor, and a test can give it"));
    }

    @Test
    void onlyTheClockProducerReadsTheMachinesClock() {
        check(noClasses()
                .that(not(THE_CLOCK_PRODUCER))
                .should()
                .callCodeUnitWhere(READS_THE_CLOCK)
                .because("tests set the time, and both times of an answer come from one clock"));
    }

    @Test
    void noClassIsNamedForWhatItIsNot() {
        check(noClasses()
                .should()
                .haveNameMatching(".*[.$](Base\\w*|\\w*(Utils?|Helper|Manager|Impl|Dto|DTO))")
                .because("a class is named by the domain's word for what it is"));
    }

    @Test
    void theServiceKnowsNoDomainButItsOwn() {
        check(noClasses()
                .that()
                .resideInAPackage(SERVICE)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.mandateatlas..").and(not(resideInAnyPackage(SERVICE, CHASSIS))))
                .because("what crosses a service's border is JSON, read by the reader's own small record"));
    }

    @Test
    void theChassisKnowsNoService() {
        check(noClasses()
                .that()
                .resideInAPackage(CHASSIS)
                .should()
                .dependOnClassesThat(resideInAPackage("org.mandateatlas..").and(not(resideInAPackage(CHASSIS))))
                .because("every service stands on the chassis, and it on none of them"));
    }

    @Test
    void theRulesLookAtTheServiceAndAtTheChassis() {
        assertTrue(CLASSES.contain("org.mandateatlas.institutions.mandate.Mandate"));
        assertTrue(CLASSES.contain("org.mandateatlas.chassis.registry.Registry"));
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
