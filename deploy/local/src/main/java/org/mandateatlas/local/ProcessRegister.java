package org.mandateatlas.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The file that remembers which processes a suite started, so that another command can find them. */
final class ProcessRegister {

    /** The name under which the process that watches the others is remembered. */
    static final String SUPERVISOR = "supervisor";

    private final Path file;
    private final Path ready;

    ProcessRegister(Path folder) {
        this.file = folder.resolve("processes");
        this.ready = folder.resolve("ready");
    }

    synchronized void add(RecordedProcess process) {
        var processes = new ArrayList<>(all());
        processes.add(process);
        write(processes);
    }

    synchronized void clear() {
        try {
            Files.deleteIfExists(ready);
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Remembers that the whole suite is ready. */
    void markReady() {
        try {
            Files.writeString(ready, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isReady() {
        return Files.exists(ready) && supervisor().isPresent();
    }

    /** Returns the processes in the order they were started, ended ones too. */
    synchronized List<RecordedProcess> all() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(ProcessRegister::parse)
                            .flatMap(Optional::stream)
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the parts that still run, the last started first. */
    List<RecordedProcess> runningParts() {
        return all().reversed().stream()
                .filter(process -> !process.name().equals(SUPERVISOR))
                .filter(RecordedProcess::isAlive)
                .toList();
    }

    /** Returns the running process that watches the others. */
    Optional<RecordedProcess> supervisor() {
        return running(SUPERVISOR);
    }

    /** Returns the running process of that name. */
    Optional<RecordedProcess> running(String name) {
        return all().stream()
                .filter(process -> process.name().equals(name))
                .filter(RecordedProcess::isAlive)
                .findFirst();
    }

    private void write(List<RecordedProcess> processes) {
        var text = new StringBuilder();
        for (var process : processes) {
            text.append(String.join(
                            "\t",
                            process.name(),
                            Long.toString(process.pid()),
                            Long.toString(process.startedAt().toEpochMilli()),
                            Integer.toString(process.port()),
                            process.address()))
                    .append('\n');
        }
        try {
            var unfinished = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(unfinished, text);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a line; one that is damaged names no process of ours. */
    private static Optional<RecordedProcess> parse(String line) {
        var fields = line.split("\t", -1);
        try {
            return Optional.of(new RecordedProcess(
                    fields[0],
                    Long.parseLong(fields[1]),
                    Instant.ofEpochMilli(Long.parseLong(fields[2])),
                    Integer.parseInt(fields[3]),
                    fields[4]));
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
