package org.mandateatlas.torture.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.mandateatlas.local.HealthProbe;
import org.mandateatlas.local.ProcessRegister;
import org.mandateatlas.local.RecordedProcess;
import org.mandateatlas.torture.journal.FaultEntry;
import org.mandateatlas.torture.journal.Journal;
import org.mandateatlas.torture.journal.RunClock;

/** Injects the faults of a plan into a running suite, and journals them. */
public final class FaultInjector {

    private static final long SLOW_MILLIS = 60;
    private static final String POSTGRES = "postgres";
    private static final String KAFKA = "kafka";

    private final ProcessRegister register;
    private final Map<String, List<TcpProxy>> proxies;
    private final Journal journal;
    private final RunClock clock;
    private final Set<ProcessHandle> frozen = ConcurrentHashMap.newKeySet();
    private final List<Thread> running = new ArrayList<>();

    /**
     * Creates an injector.
     *
     * @param register the processes of the suite
     * @param proxies the proxies in front of each component
     */
    FaultInjector(ProcessRegister register, Map<String, List<TcpProxy>> proxies, Journal journal, RunClock clock) {
        this.register = register;
        this.proxies = proxies;
        this.journal = journal;
        this.clock = clock;
    }

    /** Injects the faults at their times; returns when the last one has begun. */
    public void run(List<PlannedFault> plan) throws InterruptedException {
        var start = clock.micros();
        for (var fault : plan) {
            Thread.sleep(Math.max(0, fault.atMillis() - (clock.micros() - start) / 1_000));
            running.add(Thread.ofVirtual().start(() -> inject(fault)));
        }
    }

    /** Waits until all faults have ended, and resumes whatever is still frozen. */
    public void end() throws InterruptedException {
        for (var fault : running) {
            fault.join();
        }
        frozen.forEach(process -> signal("CONT", Stream.of(process)));
    }

    private void inject(PlannedFault fault) {
        try {
            if (fault.kind().isOfProcess()) {
                injectIntoProcess(fault);
            } else {
                injectIntoConnections(fault);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void injectIntoProcess(PlannedFault fault) throws InterruptedException {
        var target = register.running(fault.target()).filter(FaultInjector::isReady);
        var began = clock.micros();
        if (target.isEmpty()) {
            append(fault, began, false);
            return;
        }
        var process = ProcessHandle.of(target.get().pid()).orElseThrow();
        switch (fault.kind()) {
            case KILL -> signal("KILL", Stream.of(process));
            // a PostgreSQL server would wait for its clients after SIGTERM
            case RESTART -> signal(fault.target().equals(POSTGRES) ? "INT" : "TERM", Stream.of(process));
            default -> freeze(process, fault.durationMillis());
        }
        append(fault, began, true);
    }

    private void freeze(ProcessHandle process, long millis) throws InterruptedException {
        var all = Stream.concat(Stream.of(process), process.descendants()).toList();
        frozen.addAll(all);
        try {
            signal("STOP", all.stream());
            Thread.sleep(millis);
        } finally {
            signal("CONT", all.stream());
            all.forEach(frozen::remove);
        }
    }

    private void injectIntoConnections(PlannedFault fault) throws InterruptedException {
        var targets = proxies.getOrDefault(fault.target(), List.of());
        var began = clock.micros();
        switch (fault.kind()) {
            case CUT -> targets.forEach(TcpProxy::cut);
            case SLOW -> {
                targets.forEach(proxy -> proxy.slow(SLOW_MILLIS));
                Thread.sleep(fault.durationMillis());
                targets.forEach(proxy -> proxy.slow(0));
            }
            default -> {
                targets.forEach(proxy -> proxy.hold(true));
                Thread.sleep(fault.durationMillis());
                targets.forEach(proxy -> proxy.hold(false));
            }
        }
        append(fault, began, !targets.isEmpty());
    }

    private void append(PlannedFault fault, long began, boolean injected) {
        var ended = clock.micros();
        journal.append(line -> new FaultEntry(
                journal.client(), line, began, ended, fault.kind().toString(), fault.target(), injected));
    }

    private static boolean isReady(RecordedProcess process) {
        var probe = switch (process.name().split("-", 2)[0]) {
            case POSTGRES -> HealthProbe.TCP;
            case KAFKA -> HealthProbe.KAFKA;
            default -> HealthProbe.HTTP;
        };
        return probe.isReady(process.port());
    }

    /** Sends a signal to processes; those that are gone are ignored. */
    private static void signal(String name, Stream<ProcessHandle> processes) {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        processes.filter(ProcessHandle::isAlive).forEach(process -> command.add(Long.toString(process.pid())));
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
