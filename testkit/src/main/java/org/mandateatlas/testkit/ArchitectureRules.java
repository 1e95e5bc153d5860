package org.mandateatlas.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Architecture rules for a service and the libraries it uses. */
public final class ArchitectureRules {

    /** The package of what every service and the gateway share. */
    public static final String BASE = "org.mandateatlas.base";

    /** The package of the event feed. */
    public static final String FEED = "org.mandateatlas.feed";

    private static final String REGISTRY = "org.mandateatlas.registry";
    private static final String REPLICATION = "org.mandateatlas.replication";

    private static final Pattern NAME = Pattern.compile("^([a-z]+)[A-Z]\\w*?(History|Version|Ndjson|Csv)?$");
    private static final Pattern COLLECTION = Pattern.compile("^[a-z-]+/?");

    private static final SortedSet<String> ENDPOINTS = new TreeSet<>(Set.of(
            "list GET  everybody",
            "exportNdjson GET .ndjson everybody",
            "exportCsv GET .csv everybody",
            "get GET {id} everybody",
            "getHistory GET {id}/history everybody",
            "getVersion GET {id}/versions/{version} everybody",
            "batch POST batch curator",
            "put PUT {id} curator",
            "patch PATCH {id} curator",
            "retract DELETE {id} curator"));

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

    /** The libraries that each library may use. */
    private static final Map<String, List<String>> USED =
            Map.of(BASE, List.of(), FEED, List.of(BASE), REGISTRY, List.of(BASE), REPLICATION, List.of(REGISTRY, BASE));

    private final String service;
    private final List<String> libraries;
    private final JavaClasses classes;

    /** Imports a service that owns documents, with its libraries. */
    public ArchitectureRules(String service) {
        this(service, BASE, REGISTRY, REPLICATION);
    }

    /** Imports the service in the package, with the libraries that it uses. */
    public ArchitectureRules(String service, String... libraries) {
        this.service = service;
        this.libraries = List.of(libraries);
        this.classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(packages().toArray(String[]::new));
    }

    /** Returns a test of each rule, and one that there is something to test. */
    public Stream<DynamicTest> tests() {
        return Stream.concat(packages().map(this::isLookedAt), rules().map(this::isKept));
    }

    private Stream<String> packages() {
        return Stream.concat(Stream.of(service), libraries.stream());
    }

    private DynamicTest isLookedAt(String code) {
        return DynamicTest.dynamicTest(code + " is checked", () -> {
            if (classes.stream().noneMatch(type -> (type.getPackageName() + ".").startsWith(code + "."))) {
                throw new AssertionError("no classes in " + code);
            }
        });
    }

    private DynamicTest isKept(ArchRule rule) {
        return DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes));
    }

    private Stream<ArchRule> rules() {
        return Stream.of(
                        Stream.of(
                                onlyRepositoriesAndEntitiesTouchTheDatabase(),
                                everyEndpointDeclaresWhoMayCallIt(),
                                nothingIsInjectedIntoFields(),
                                onlyTheClockProducerReadsTheMachinesClock(),
                                noClassIsNamedForWhatItIsNot(),
                                knowsOnly(
                                        service,
                                        "services exchange JSON, which each reader parses with its own records",
                                        libraries)),
                        libraries.stream().map(ArchitectureRules::usesOnlyLibraries),
                        registryRules(),
                        packages().filter(this::hasFeatures).map(ArchitectureRules::featuresAreFreeOfCycles))
                .flatMap(rules -> rules);
    }

    private Stream<ArchRule> registryRules() {
        return libraries.contains(REGISTRY) ? Stream.of(collectionsHaveTheSameEndpoints()) : Stream.empty();
    }

    private boolean hasFeatures(String code) {
        return classes.stream().anyMatch(type -> type.getPackageName().startsWith(code + "."));
    }

    private static ArchRule usesOnlyLibraries(String library) {
        return knowsOnly(library, "libraries do not depend on services", USED.getOrDefault(library, List.of()));
    }

    private static ArchRule featuresAreFreeOfCycles(String code) {
        return slices().matching(code + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("each feature must be understandable and removable on its own");
    }

    private static ArchRule onlyRepositoriesAndEntitiesTouchTheDatabase() {
        return noClasses()
                .that(not(PERSISTENT))
                .and()
                .doNotHaveSimpleName("Outage") // classifies database failures
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.sql..", "javax.sql..", "io.agroal..", "jakarta.persistence..", "org.hibernate.."))
                .because("SQL belongs in the repository of its table");
    }

    private static ArchRule everyEndpointDeclaresWhoMayCallIt() {
        return methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should()
                .beAnnotatedWith(PermitAll.class)
                .orShould()
                .beAnnotatedWith(RolesAllowed.class)
                .because("an endpoint without an access annotation would be public by accident");
    }

    private static ArchRule collectionsHaveTheSameEndpoints() {
        return classes()
                .that()
                .areAnnotatedWith(Path.class)
                .and(describe("serve documents", ArchitectureRules::servesDocuments))
                .should(haveTheEndpointsOfACollection())
                .because("all collections have the same methods");
    }

    private static boolean servesDocuments(JavaClass type) {
        return type.getFields().stream()
                .anyMatch(field -> field.getRawType().getName().equals(REGISTRY + ".http.DocumentEndpoint"));
    }

    private static ArchCondition<JavaClass> haveTheEndpointsOfACollection() {
        return new ArchCondition<>("have the endpoints " + ENDPOINTS) {
            @Override
            public void check(JavaClass resource, ConditionEvents events) {
                var endpoints = resource.getMethods().stream()
                        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                        .map(ArchitectureRules::endpoint)
                        .collect(Collectors.toCollection(TreeSet::new));
                events.add(new SimpleConditionEvent(
                        resource, endpoints.equals(ENDPOINTS), resource.getName() + " has " + endpoints));
            }
        };
    }

    /** An endpoint as text: its Java method, HTTP method, path and roles. */
    private static String endpoint(JavaMethod method) {
        var verb = method.getAnnotations().stream()
                .flatMap(annotation -> annotation.getRawType().tryGetAnnotationOfType(HttpMethod.class).stream())
                .map(HttpMethod::value)
                .collect(Collectors.joining());
        var path = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        var relative = COLLECTION.matcher(path).replaceFirst("");
        var roles = method.isAnnotatedWith(PermitAll.class)
                ? "everybody"
                : method.tryGetAnnotationOfType(RolesAllowed.class)
                        .map(allowed -> String.join(",", allowed.value()))
                        .orElse("nobody");
        var name = method.getName();
        var action = NAME.matcher(name).replaceFirst("$1$2");
        return action + " " + verb + " " + relative + " " + roles;
    }

    private static ArchRule nothingIsInjectedIntoFields() {
        return noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .because("constructors show dependencies, and tests can provide them");
    }

    private static ArchRule onlyTheClockProducerReadsTheMachinesClock() {
        return noClasses()
                .that(not(simpleName("ClockProducer")))
                .should()
                .callCodeUnitWhere(READS_THE_CLOCK)
                .because("tests set the time, and both times of a response come from one clock");
    }

    private static ArchRule noClassIsNamedForWhatItIsNot() {
        return noClasses()
                .should()
                .haveNameMatching(".*[.$](Base\\w*|\\w*(Utils?|Helper|Manager|Impl|Dto|DTO))")
                .because("class names are terms of the domain or the field");
    }

    private static ArchRule knowsOnly(String code, String reason, List<String> libraries) {
        var known = Stream.concat(Stream.of(code), libraries.stream())
                .map(name -> name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(code + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.mandateatlas..").and(not(resideInAnyPackage(known))))
                .because(reason);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureRules::outermost).orElse(type);
    }
}
