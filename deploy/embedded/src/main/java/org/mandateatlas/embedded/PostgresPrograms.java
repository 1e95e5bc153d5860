package org.mandateatlas.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.JarURLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL binaries for this platform. */
final class PostgresPrograms {

    private final Path folder;

    private PostgresPrograms(Path folder) {
        this.folder = folder;
    }

    /** Unpacks the binaries into the directory unless they exist; concurrent runs wait for each other. */
    static PostgresPrograms unpack(Path folder) throws IOException {
        var archive = archive();
        var target = folder.resolve(
                "postgres-" + Long.toHexString(archive.getJarEntry().getCrc()));
        if (Files.exists(target)) {
            return new PostgresPrograms(target);
        }
        Files.createDirectories(folder);
        synchronized (PostgresPrograms.class) {
            try (var channel = FileChannel.open(
                            folder.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (!Files.exists(target)) {
                    var unfinished = Files.createTempDirectory(folder, "unpacking");
                    try (var in = archive.getInputStream()) {
                        extract(in, unfinished);
                    }
                    Files.move(unfinished, target);
                }
            }
        }
        return new PostgresPrograms(target);
    }

    /** Runs a program and returns its exit code. */
    int run(Path log, String program, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + program, e);
        }
    }

    private static JarURLConnection archive() throws IOException {
        var system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        var architecture = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var library = hasMusl() ? "-alpine_linux" : "";
        var name = "postgres-" + system + "-" + architecture + library + ".txz";
        var address = PostgresPrograms.class.getResource("/" + name);
        if (address == null) {
            throw new IOException("no PostgreSQL binaries for this platform: " + name);
        }
        return (JarURLConnection) address.openConnection();
    }

    private static boolean hasMusl() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("/lib"), "ld-musl-*")) {
            return files.iterator().hasNext();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static void extract(InputStream archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    path.toFile().setExecutable((entry.getMode() & 0100) != 0, false);
                }
            }
        }
    }
}
