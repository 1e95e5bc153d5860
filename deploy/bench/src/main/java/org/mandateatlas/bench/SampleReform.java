package org.mandateatlas.bench;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A reform with an operation of each type, on generated institutions. */
final class SampleReform {

    private static final String NEW = "world-migration-organization";

    private SampleReform() {}

    /** Returns the request body of its simulation; each institution must hold a mandate on the date. */
    static Map<String, @Nullable Object> on(List<String> institutions) {
        var first = institutions.get(0);
        var second = institutions.get(1);
        var third = institutions.get(2);
        return BenchJson.object(
                "operations",
                List.of(
                        operation("create-institution", NEW, "name", "World Migration Organization", "unStatus", null),
                        transfer(first, true),
                        transfer(second, false),
                        operation(
                                "grant-mandate",
                                third,
                                "title",
                                "Coordinate",
                                "functions",
                                List.of("coordination", "rights-protection"),
                                "populations",
                                List.of("migrants")),
                        operation("assign-capacity", NEW, "function", "coordination", "level", "substantial"),
                        operation(
                                "assign-capacity",
                                third,
                                "function",
                                "compulsory-returns",
                                "level",
                                "none",
                                "reason",
                                "set-aside-by-states"),
                        operation("set-lead", NEW, "functions", List.of("coordination", "policy-research")),
                        operation("set-un-status", third, "status", "related-organization"),
                        operation("end-institution", first),
                        operation("assign-capacity", second, "function", "anti-trafficking", "level", "lead")));
    }

    private static Map<String, @Nullable Object> operation(
            String type, String institution, @Nullable Object... namesAndValues) {
        var operation = BenchJson.object("type", type, "institution", institution);
        operation.putAll(BenchJson.object(namesAndValues));
        return operation;
    }

    private static Map<String, @Nullable Object> transfer(String from, boolean capacities) {
        return BenchJson.object(
                "type", "transfer-mandates", "from", from, "to", NEW, "functions", List.of(), "capacities", capacities);
    }
}
