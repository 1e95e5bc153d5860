package org.mandateatlas.gateway.proxy;

import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mandateatlas.edge.DocumentReads;

/** Reads documents from the upstreams that own them, through the cache. */
@Singleton
class UpstreamDocuments implements DocumentReads {

    private final RoutingTable upstreams;
    private final Reads reads;

    UpstreamDocuments(RoutingTable upstreams, Reads reads) {
        this.upstreams = upstreams;
        this.reads = reads;
    }

    @Override
    public SortedSet<String> collections() {
        return new TreeSet<>(upstreams.collectionsByStream().values());
    }

    @Override
    public Future<Read> read(String uri) {
        var upstream = Objects.requireNonNull(upstreams.ofPath(uri.split("\\?", 2)[0]), uri);
        return reads.read(upstream, uri).map(response -> new Read(response.status(), response.body()));
    }
}
