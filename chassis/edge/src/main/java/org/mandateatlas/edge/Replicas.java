package org.mandateatlas.edge;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The replicas of one service. Requests take turns over those that are not ejected, or over all if every replica is. A service has a
 * replica per configured URL, or one per address of a host name with several.
 */
public final class Replicas {

    private final String service;
    private final List<URI> urls;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<Replica> all;

    private Replicas(String service, List<URI> urls) {
        this.service = service;
        this.urls = urls;
        this.all = urls.stream().map(url -> new Replica(url, url.getHost())).toList();
    }

    /**
     * Returns the replicas at the URLs.
     *
     * @throws IllegalArgumentException if a URL has no host
     */
    public static Replicas at(String service, List<URI> urls) {
        for (URI url : urls) {
            if (url.getHost() == null) {
                throw new IllegalArgumentException("The URL of " + service + " is not an address: " + url);
            }
        }
        return new Replicas(service, List.copyOf(urls));
    }

    /** Returns the name of the service. */
    public String service() {
        return service;
    }

    /**
     * Returns the replica for the next request.
     *
     * @param failed a replica that is used again only if there is no other
     */
    public Replica next(@Nullable Replica failed) {
        List<Replica> candidates = all;
        Replica fallback = null;
        int first = turn.getAndIncrement();
        for (int i = 0; i < candidates.size(); i++) {
            Replica candidate = candidates.get(Math.floorMod(first + i, candidates.size()));
            if (candidate != failed && !candidate.isEjected()) {
                return candidate;
            }
            if (fallback == null || fallback == failed) {
                fallback = candidate;
            }
        }
        return fallback == null ? candidates.getFirst() : fallback;
    }

    /** Ejects a replica until it is ready again, unless it is the only one. */
    public void eject(Replica replica) {
        if (all.size() > 1) {
            replica.report(false);
        }
    }

    List<Replica> all() {
        return all;
    }

    int available() {
        return (int) all.stream().filter(replica -> !replica.isEjected()).count();
    }

    List<URI> urls() {
        return urls;
    }

    /**
     * Sets the addresses of the hosts. Known replicas keep their state. A host with a single address is used by its name.
     *
     * @param addresses the addresses by URL; a URL without an entry keeps its replicas
     */
    void resolved(Map<URI, List<String>> addresses) {
        List<Replica> known = all;
        var next = new ArrayList<Replica>();
        for (URI url : urls) {
            List<String> hosts = addresses.get(url);
            if (hosts == null) {
                known.stream().filter(replica -> replica.isOf(url)).forEach(next::add);
            } else {
                for (String host : hosts.size() == 1 ? List.of(url.getHost()) : hosts) {
                    next.add(known.stream()
                            .filter(replica -> replica.isAt(url, host))
                            .findFirst()
                            .orElseGet(() -> new Replica(url, host)));
                }
            }
        }
        all = List.copyOf(next);
    }
}
