package org.mandateatlas.registry;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.mandateatlas.base.time.Times;

/** Resolves no names, for services whose documents are not named after documents of other services. */
@Singleton
@DefaultBean
class NoForeignNames implements NameResolver {

    @Override
    public Map<Reference, String> names(Set<Reference> documents, Times times) {
        return Map.of();
    }
}
