package org.mandateatlas.registry;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.mandateatlas.base.time.Times;

/** Resolves no names, in a service whose documents are not called after those of other services. */
@Singleton
@DefaultBean
class NoForeignNames implements NameResolver {

    @Override
    public Map<Reference, String> names(Set<Reference> documents, Times times) {
        return Map.of();
    }
}
