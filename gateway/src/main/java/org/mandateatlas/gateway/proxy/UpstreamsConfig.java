package org.mandateatlas.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which service owns which collections, and where it is. */
@ConfigMapping(prefix = "atlas.upstreams")
interface UpstreamsConfig {

    /** Returns the upstreams by name. */
    @WithParentName
    Map<String, UpstreamConfig> upstreams();

    /** One service behind the gateway. */
    interface UpstreamConfig {

        /** Returns where the service is: scheme, host and port. */
        URI url();

        /** Returns the collections of its documents, by the name of the stream that records their changes. */
        Map<String, String> streams();

        /** Returns the names of its collections that hold no documents: what is computed, asked or kept elsewhere. */
        Optional<Set<String>> collections();

        /** Returns those of the collections that are postQueries: a POST to one asks and writes nothing. */
        Optional<Set<String>> postQueries();
    }
}
