package org.mandateatlas.torture.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Chooses faults at random; the same seed gives the same plan. */
public final class FaultPlan {

    private static final List<String> SERVERS = List.of("postgres", "kafka");

    /** The components with two processes. */
    public static final List<String> REPLICATED = List.of(
            "institutions-service", "functions-service", "processes-service", "subscriptions-service", "gateway");

    private static final List<FaultKind> PROCESS = List.of(FaultKind.KILL, FaultKind.FREEZE, FaultKind.RESTART);
    private static final List<FaultKind> CONNECTION = List.of(FaultKind.CUT, FaultKind.SLOW, FaultKind.HOLD);

    /** A target that was stopped is left alone for this time, in which it starts again. */
    private static final long RECOVERY_MILLIS = 20_000;

    /** Nothing fails in the last seconds. */
    private static final long QUIET_MILLIS = 5_000;

    private static final long LEAST_PAUSE_MILLIS = 3_000;
    private static final int MORE_PAUSE_MILLIS = 4_000;
    private static final int LEAST_DURATION_MILLIS = 1_000;
    private static final int MORE_DURATION_MILLIS = 11_000;

    private final Random random;
    private final int brokers;
    private final Map<String, Long> busyUntil = new HashMap<>();
    private final List<PlannedFault> faults = new ArrayList<>();

    private FaultPlan(long seed, int brokers) {
        this.random = new Random(seed);
        this.brokers = brokers;
    }

    /** Returns the names of PostgreSQL and of the Kafka brokers. */
    public static List<String> servers(int brokers) {
        var servers = new ArrayList<>(SERVERS);
        for (var broker = 2; broker <= brokers; broker++) {
            servers.add("kafka-" + broker);
        }
        return servers;
    }

    /** Returns the faults in the order of their beginning; a suite with several brokers has more faults of them. */
    public static List<PlannedFault> of(long seed, Duration duration, int brokers) {
        var plan = new FaultPlan(seed, brokers);
        var at = LEAST_PAUSE_MILLIS;
        while (at < duration.toMillis() - QUIET_MILLIS) {
            plan.add(at);
            at += LEAST_PAUSE_MILLIS + plan.random.nextInt(MORE_PAUSE_MILLIS);
        }
        return plan.faults;
    }

    /** Adds a fault, unless all of several random targets are busy with another one. */
    private void add(long at) {
        for (var i = 0; i < 5; i++) {
            var connection = random.nextInt(4) == 0;
            var kinds = connection ? CONNECTION : PROCESS;
            var kind = kinds.get(random.nextInt(kinds.size()));
            var target = connection ? connection() : process();
            var duration = lasts(kind) ? LEAST_DURATION_MILLIS + random.nextInt(MORE_DURATION_MILLIS) : 0L;
            var end = at + duration + (kind == FaultKind.KILL || kind == FaultKind.RESTART ? RECOVERY_MILLIS : 0);
            if (busyUntil.getOrDefault(target, 0L) < at && !isSiblingBusy(target, at)) {
                busyUntil.put(target, end);
                faults.add(new PlannedFault(at, kind, target, duration));
                return;
            }
        }
    }

    private static boolean lasts(FaultKind kind) {
        return kind == FaultKind.FREEZE || kind == FaultKind.SLOW || kind == FaultKind.HOLD;
    }

    private String process() {
        if (random.nextInt(6) < Math.min(brokers, 2)) {
            var servers = servers(brokers);
            return servers.get(random.nextInt(servers.size()));
        }
        var component = REPLICATED.get(random.nextInt(REPLICATED.size()));
        return random.nextBoolean() ? component : component + "-2";
    }

    private String connection() {
        var gateway = REPLICATED.size() - 1;
        var chosen = random.nextInt(SERVERS.size() + gateway);
        return chosen < SERVERS.size() ? SERVERS.get(chosen) : REPLICATED.get(chosen - SERVERS.size());
    }

    /** Both replicas fail together only now and then. */
    private boolean isSiblingBusy(String target, long at) {
        var sibling = target.endsWith("-2") ? target.substring(0, target.length() - 2) : target + "-2";
        return busyUntil.getOrDefault(sibling, 0L) >= at && random.nextInt(4) > 0;
    }
}
