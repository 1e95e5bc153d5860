package org.mandateatlas.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The ahead-of-time caches of the JVMs (JEP 483): the classes that a training run loaded and linked, with its profiles. A JVM
 * ignores a cache of other JAR files, another JVM or other options, and starts without it.
 *
 * @param folder the directory of the caches
 * @param recorded whether JVMs record what a cache is made from
 */
record AotCaches(Path folder, boolean recorded) {

    /** The name of the launcher's own cache. */
    static final String LAUNCHER = "launcher";

    private static final String PREFIX = "-XX:AOT";
    private static final String RECORD = "-XX:AOTMode=record";

    /** Returns the caches of a checkout, which JVMs use. */
    static AotCaches of(Path root) {
        return new AotCaches(root.resolve("deploy/local/target/aot"), false);
    }

    /** Returns the same caches for a training run. */
    AotCaches recording() {
        return new AotCaches(folder, true);
    }

    /** Returns the options of a JVM that records what its cache is made from, or uses the cache if it exists. */
    List<String> options(String name) {
        if (recorded) {
            return List.of(RECORD, "-XX:AOTConfiguration=" + configuration(name));
        }
        return Files.exists(cache(name)) ? List.of("-XX:AOTCache=" + cache(name), "-Xlog:aot=off,cds=off") : List.of();
    }

    /** Returns the arguments with which a JVM creates the cache of a recorded run with the given arguments. */
    List<String> creation(String name, List<String> arguments) {
        var creation = new ArrayList<String>();
        creation.addAll(List.of(
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + configuration(name),
                "-XX:AOTCache=" + unfinished(name)));
        arguments.stream().filter(argument -> !argument.startsWith(PREFIX)).forEach(creation::add);
        return creation;
    }

    /** Returns whether the arguments are those of a JVM that records. */
    static boolean records(List<String> arguments) {
        return arguments.contains(RECORD);
    }

    Path configuration(String name) {
        return folder.resolve(name + ".aotconf");
    }

    Path cache(String name) {
        return folder.resolve(name + ".aot");
    }

    Path unfinished(String name) {
        return folder.resolve(name + ".new");
    }
}
