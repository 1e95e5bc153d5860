package org.mandateatlas.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Configuration of the upstreams. */
@ConfigMapping(prefix = "atlas.upstreams")
interface UpstreamsConfig {

    /** Returns the upstreams by name. */
    @WithParentName
    Map<String, UpstreamConfig> upstreams();

    /** One service behind the gateway. */
    interface UpstreamConfig {

        /** Returns the base URLs of the replicas of the service; a host name may have several addresses. */
        List<URI> url();

        /** Returns the collections of its documents, by the name of the stream that records their changes. */
        Map<String, String> streams();

        /** Returns the names of its other collections, without streams. */
        Optional<Set<String>> collections();

        /** Returns the roles of which a client must have one for any request; without roles, reads are public. */
        Optional<Set<String>> roles();

        /** Returns the collections whose POST is a read. */
        Optional<Set<String>> postQueries();
    }
}
