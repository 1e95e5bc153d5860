package org.mandateatlas.functions.coverage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.chassis.http.ComputedRequest;
import org.mandateatlas.chassis.http.Parse;
import org.mandateatlas.chassis.problem.ProblemException;
import org.mandateatlas.functions.capacity.Population;
import org.mandateatlas.functions.coverage.CoverageDiff.Axis;

/** Between what coverage is compared: two days of the world, or two instants of our knowledge. */
class DiffRequest {

    @RestQuery
    @Parameter(description = "The first day or instant.", required = true, example = "2004-12-31")
    @Nullable String from;

    @RestQuery
    @Parameter(description = "The second, of the same kind and not before it.", required = true, example = "2026-01-01")
    @Nullable String to;

    @RestQuery
    @Parameter(description = "Ids of functions to compare; repeatable.")
    List<String> function = List.of();

    @RestQuery
    @Parameter(description = "Ids of institutions to compare; repeatable.")
    List<String> institution = List.of();

    @RestQuery
    @Parameter(
            description = "Count only the mandates and capacities that name one of these people; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Population.class))
    List<String> population = List.of();

    /** Refuses values that are none. */
    DiffRequest checked(ComputedRequest request, Clock clock) {
        Parse.slugs("function", function);
        Parse.slugs("institution", institution);
        Parse.words("population", population, Population.class);
        if (axis() == Axis.WORLD) {
            request.refuse("validAt", "is not for two days, which say themselves when");
            refuseBackwards(day("from", from), day("to", to));
        } else {
            request.refuse("knownAt", "is not for two instants, which say themselves as known when");
            refuseBackwards(instant("from", from, clock), instant("to", to, clock));
        }
        return this;
    }

    private static <T extends Comparable<? super T>> void refuseBackwards(T from, T to) {
        if (to.compareTo(from) < 0) {
            throw ProblemException.parameter("to", "lies before from");
        }
    }

    /** Tells along which time is compared: instants have a time of the day. */
    Axis axis() {
        var first = required("from", from).length() > 10;
        var second = required("to", to).length() > 10;
        if (first != second) {
            throw ProblemException.parameter("to", "is not of the kind of from: give two days or two instants");
        }
        return first ? Axis.KNOWLEDGE : Axis.WORLD;
    }

    private static String required(String parameter, @Nullable String value) {
        if (value == null) {
            throw ProblemException.parameter(parameter, "is required");
        }
        return value;
    }

    private static LocalDate day(String parameter, @Nullable String value) {
        return Objects.requireNonNull(Parse.day(parameter, required(parameter, value)));
    }

    private static Instant instant(String parameter, @Nullable String value, Clock clock) {
        return Parse.instant(parameter, required(parameter, value), clock);
    }

    /** Returns the two moments. */
    Span span(Moments moments, ComputedRequest request, Clock clock) {
        if (axis() == Axis.WORLD) {
            var known = moments.known(request, request.knownAt(clock));
            return new Span(new Moment(known, day("from", from)), new Moment(known, day("to", to)));
        }
        return new Span(
                new Moment(moments.known(request, instant("from", from, clock)), request.day(clock)),
                new Moment(moments.known(request, instant("to", to, clock)), request.day(clock)));
    }

    /** Two moments to compare. */
    record Span(Moment first, Moment second) {}

    /** Compares. */
    CoverageDiff diff(Moment first, Moment second) {
        var comparison = new Comparison(first, second, population);
        var world = axis() == Axis.WORLD;
        return new CoverageDiff(
                axis(),
                required("from", from),
                required("to", to),
                world ? null : second.day(),
                world ? second.known().point().knownAt() : null,
                second.known().point().position(),
                comparison.functions(this),
                comparison.institutions(this));
    }

    boolean passesFunction(String id) {
        return function.isEmpty() || function.contains(id);
    }

    boolean passesInstitution(String id) {
        return institution.isEmpty() || institution.contains(id);
    }
}
