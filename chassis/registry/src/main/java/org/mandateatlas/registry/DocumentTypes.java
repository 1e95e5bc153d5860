package org.mandateatlas.registry;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** The document types of the service. */
@Singleton
public class DocumentTypes {

    private final List<DocumentType<?>> types;

    /** Receives the types, in any order. */
    public DocumentTypes(@All List<DocumentType<?>> types) {
        this.types = types.stream()
                .sorted(Comparator.comparing(DocumentType::stream))
                .toList();
        this.types.forEach(type -> type.model().check());
    }

    void open(@Observes @Priority(10) StartupEvent event, Registry registry) {
        types.forEach(registry::open);
    }

    /** Returns the kinds, by stream. */
    public List<DocumentType<?>> list() {
        return types;
    }

    /** Returns the kind of document of a stream of the service. */
    public DocumentType<?> of(String stream) {
        return types.stream()
                .filter(type -> type.stream().equals(stream))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stream " + stream));
    }

    /** Returns whether the service owns the stream. */
    boolean holds(String stream) {
        return types.stream().anyMatch(type -> type.stream().equals(stream));
    }
}
