package org.mandateatlas.institutions.source;

import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.Reference;

/** The collection of sources: its rules and what it is found by. */
@Singleton
public class Sources implements DocumentType<Source> {

    @Override
    public String stream() {
        return "source";
    }

    @Override
    public String collection() {
        return "sources";
    }

    @Override
    public Class<Source> record() {
        return Source.class;
    }

    @Override
    public void check(Source source, Violations violations) {
        if (source.url() != null && !isWebAddress(source.url())) {
            violations.add("/url", "is not an address that begins with http:// or https://");
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            var address = new URI(text);
            return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    public List<Reference> references(Source source) {
        return List.of();
    }

    @Override
    public List<Facet> facets(Source source) {
        return List.of(
                Facet.of("kind", EnumValues.of(source.kind())), Facet.of("grade", EnumValues.of(source.grade())));
    }

    @Override
    public List<String> names(Source source) {
        var names = new ArrayList<String>();
        names.add(source.title());
        if (source.symbol() != null) {
            names.add(source.symbol());
        }
        return names;
    }

    @Override
    public List<String> texts(Source source) {
        return source.publisher() == null ? List.of() : List.of(source.publisher());
    }

    @Override
    public int searchRank() {
        return 12;
    }
}
