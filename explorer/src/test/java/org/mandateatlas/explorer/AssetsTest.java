package org.mandateatlas.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class AssetsTest {

    private static final Path FOLDER = Path.of("src/main/resources/explorer");
    private static final Pattern IMPORTED = Pattern.compile("from '\\./([\\w.]+)'");
    private static final int MOST_COMPRESSED_BYTES = 100 * 1024;

    private final Assets assets = Assets.load();

    @Test
    void thePageNamesEveryFile() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("index.html"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(names, new TreeSet<>(assets.files().keySet()));
        }
    }

    @Test
    void everyImportIsAFile() {
        assets.files()
                .forEach((name, content) -> IMPORTED.matcher(content.toString())
                        .results()
                        .map(match -> match.group(1))
                        .forEach(imported ->
                                assertTrue(assets.files().containsKey(imported), name + " imports " + imported)));
    }

    @Test
    void thePageHasNeitherInlineScriptsNorStyles() {
        var page = assets.page().toString();
        assertTrue(page.contains("src=\"" + Assets.PATH + assets.hash() + "/explorer.js\""), page);
        assertFalse(page.contains("{assets}"), page);
        assertFalse(page.contains("<style") || page.contains("style=") || page.contains("<script>"), page);
    }

    @Test
    void allFilesTogetherAreSmall() throws IOException {
        int size = 0;
        for (var content : assets.files().values()) {
            var out = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(out)) {
                gzip.write(content.getBytes());
            }
            size += out.size();
        }
        assertTrue(size < MOST_COMPRESSED_BYTES, size + " bytes");
    }
}
