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

/** The file that records the processes of a suite, so that other commands can find them. */
public final class ProcessRegister {

    /** The name of the supervisor process. */
    static final String SUPERVISOR = "supervisor";

    private final Path file;
    private final Path ready;

    /** Creates a register in the folder of a suite for data of its processes. */
    public ProcessRegister(Path folder) {
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

    /** Records that the suite is ready. */
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

    /** Returns all recorded processes in start order, including those that have exited. */
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

    /** Returns the running components, the last started first. */
    List<RecordedProcess> runningComponents() {
        return all().reversed().stream()
                .filter(process -> !process.name().equals(SUPERVISOR))
                .filter(RecordedProcess::isAlive)
                .toList();
    }

    /** Returns the running supervisor. */
    Optional<RecordedProcess> supervisor() {
        return running(SUPERVISOR);
    }

    /** Returns the running process with the name. */
    public Optional<RecordedProcess> running(String name) {
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

    /** Parses a line; a damaged line is ignored. */
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
