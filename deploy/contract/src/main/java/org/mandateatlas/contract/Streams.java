package org.mandateatlas.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The streams that the gateway is configured with. */
final class Streams {

    private static final Pattern STREAM = Pattern.compile("atlas\\.upstreams\\.[^.]+\\.streams\\.([a-z-]+)");

    private Streams() {}

    /** Returns the collection of each stream, by the name of the stream. */
    static SortedMap<String, String> read(Path configuration) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(configuration)) {
            properties.load(reader);
        }
        var streams = new TreeMap<String, String>();
        for (String property : properties.stringPropertyNames()) {
            var stream = STREAM.matcher(property);
            if (stream.matches()) {
                streams.put(stream.group(1), properties.getProperty(property).strip());
            }
        }
        if (streams.isEmpty()) {
            throw new IllegalStateException(configuration + " configures no streams");
        }
        return streams;
    }
}
