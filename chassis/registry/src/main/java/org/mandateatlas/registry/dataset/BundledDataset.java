package org.mandateatlas.registry.dataset;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.Sha256;
import org.mandateatlas.registry.CitableSource;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentRules;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.DocumentTypes;
import org.mandateatlas.registry.Reference;

/**
 * The documents bundled with a service: {@code dataset/<collection>/*.yaml} on its class path, each file one or more YAML
 * documents.
 */
@Singleton
public class BundledDataset {

    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private final DocumentTypes types;

    /** Creates the dataset of the given document types. */
    public BundledDataset(DocumentTypes types) {
        this.types = types;
    }

    /** Returns a digest of all files and their names. */
    String digest() {
        var digests = new StringBuilder();
        for (var type : types.list()) {
            files(type)
                    .forEach((file, text) -> digests.append(file)
                            .append(' ')
                            .append(HexFormat.of().formatHex(Sha256.of(text)))
                            .append('\n'));
        }
        return HexFormat.of().formatHex(Sha256.of(digests.toString()));
    }

    /**
     * Returns the documents so that references point backwards. Sources come first, since all documents cite them; the other
     * streams then form long runs.
     */
    public List<BundledDocument> read() {
        var documents = new LinkedHashMap<String, BundledDocument>();
        var sourcesFirst = types.list().stream()
                .sorted(Comparator.comparing(type -> !CitableSource.class.isAssignableFrom(type.record())))
                .toList();
        for (var type : sourcesFirst) {
            files(type)
                    .forEach((file, text) -> parse(type, file, text).forEach(document -> {
                        if (documents.put(key(type.stream(), document.id()), document) != null) {
                            throw new IllegalStateException(file + " contains " + document.id() + " twice");
                        }
                    }));
        }
        var ordered = new LinkedHashMap<String, BundledDocument>();
        documents.keySet().forEach(key -> place(key, documents, ordered, new ArrayList<>()));
        return List.copyOf(ordered.values());
    }

    private static Map<String, byte[]> files(DocumentType<?> type) {
        var files = new TreeMap<String, byte[]>();
        try {
            ClassPathUtils.consumeAsPaths("dataset/" + type.collection(), folder -> {
                try (var paths = Files.walk(folder)) {
                    for (var path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                        files.put(type.collection() + "/" + path.getFileName(), Files.readAllBytes(path));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static List<BundledDocument> parse(DocumentType<?> type, String file, byte[] text) {
        try (MappingIterator<ObjectNode> trees =
                YAML.readerFor(ObjectNode.class).readValues(text)) {
            var documents = new ArrayList<BundledDocument>();
            while (trees.hasNext()) {
                var tree = trees.next();
                documents.add(new BundledDocument(type, tree.path("id").asText(), file, tree));
            }
            return documents;
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static void place(
            String key,
            Map<String, BundledDocument> documents,
            Map<String, BundledDocument> ordered,
            List<String> underWay) {
        var document = documents.get(key);
        if (document == null || ordered.containsKey(key)) {
            return;
        }
        if (underWay.contains(key)) {
            throw new IllegalStateException("documents form a reference cycle: " + String.join(", ", underWay));
        }
        underWay.add(key);
        for (var reference : references(document.type(), document)) {
            var other = key(reference.stream(), reference.id());
            if (!other.equals(key)) {
                place(other, documents, ordered, underWay);
            }
        }
        underWay.remove(key);
        ordered.put(key, document);
    }

    private static <D extends Document> List<Reference> references(DocumentType<D> type, BundledDocument bundled) {
        var document = DocumentJson.read(bundled.tree(), type.record());
        var references = new ArrayList<>(DocumentRules.check((Record) document, new Violations()));
        references.addAll(type.references(document));
        return references;
    }

    private static String key(String stream, String id) {
        return stream + "/" + id;
    }
}
