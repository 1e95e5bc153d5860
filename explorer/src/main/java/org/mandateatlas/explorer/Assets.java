package org.mandateatlas.explorer;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The page of the explorer and the files that it names. Their common path contains a hash of their content, so that they can be cached
 * without revalidation.
 *
 * @param hash hash of the page and all files
 * @param page the HTML page with the paths of the files
 * @param files the files by name
 */
record Assets(String hash, Buffer page, Map<String, Buffer> files) {

    /** The path of the files, before the hash. */
    static final String PATH = "/explorer/assets/";

    private static final String FOLDER = "/explorer/";
    private static final String PLACEHOLDER = "{assets}";
    private static final Pattern NAMED = Pattern.compile("\\{assets}/([\\w.-]+)");
    private static final int HASH_LENGTH = 16;

    /** Reads the files that the page names. */
    static Assets load() {
        byte[] page = read("index.html");
        var text = new String(page, StandardCharsets.UTF_8);
        var files = new TreeMap<String, Buffer>();
        var digest = sha256();
        digest.update(page);
        NAMED.matcher(text).results().map(Assets::name).sorted().forEach(name -> {
            byte[] content = read(name);
            digest.update(content);
            files.put(name, Buffer.buffer(content));
        });
        var hash = HexFormat.of().formatHex(digest.digest()).substring(0, HASH_LENGTH);
        return new Assets(hash, Buffer.buffer(text.replace(PLACEHOLDER, PATH + hash)), Map.copyOf(files));
    }

    private static String name(MatchResult match) {
        return match.group(1);
    }

    private static byte[] read(String name) {
        try (var in = Objects.requireNonNull(Assets.class.getResourceAsStream(FOLDER + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
