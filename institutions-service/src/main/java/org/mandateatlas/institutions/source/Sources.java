package org.mandateatlas.institutions.source;

import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.DocumentType;

/** The document type of sources. */
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
            violations.add("/url", "must be a URL with http or https");
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
    public int searchRank() {
        return 12;
    }
}
