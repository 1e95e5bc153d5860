package org.mandateatlas.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Fingerprints of the words on each line of a text that the repository must not contain.
 *
 * <p>A resource has one line for each line of the text: the first 24 bits of the SHA-256 of each distinct keyword, in
 * hexadecimal and sorted. {@link #main} writes it from the text.
 */
final class LineFingerprints {

    private static final int BYTES = 3;

    private final List<Set<String>> lines;
    private final Map<String, Long> occurrences;

    private LineFingerprints(List<Set<String>> lines) {
        this.lines = lines;
        this.occurrences = lines.stream()
                .flatMap(Set::stream)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Prints the resource for the UTF-8 text whose path is the only argument. */
    public static void main(String[] arguments) throws IOException {
        Files.readString(Path.of(arguments[0]))
                .lines()
                .map(line -> String.join(" ", new TreeSet<>(fingerprints(Keywords.all(line)))))
                .forEach(System.out::println);
    }

    /** Reads a resource of this package. */
    static LineFingerprints read(String resource) {
        try (var stream = LineFingerprints.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no " + resource);
            }
            var text = new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
            return new LineFingerprints(
                    text.lines().map(line -> Set.of(line.split(" "))).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns fingerprints of a text in clear. */
    static LineFingerprints of(String... lines) {
        return new LineFingerprints(Arrays.stream(lines)
                .map(line -> fingerprints(Keywords.all(line)))
                .toList());
    }

    /** Returns the number of lines. */
    int size() {
        return lines.size();
    }

    /** Returns whether a line, counted from 1, has a word that stands on at most so many lines of the text. */
    boolean contain(Set<String> words, List<Integer> numbers, long mostLines) {
        var wanted = fingerprints(words);
        return numbers.stream()
                .flatMap(number -> lines.get(number - 1).stream())
                .filter(wanted::contains)
                .anyMatch(word -> occurrences.getOrDefault(word, 0L) <= mostLines);
    }

    private static Set<String> fingerprints(Set<String> words) {
        return words.stream().map(LineFingerprints::fingerprint).collect(Collectors.toSet());
    }

    private static String fingerprint(String word) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
