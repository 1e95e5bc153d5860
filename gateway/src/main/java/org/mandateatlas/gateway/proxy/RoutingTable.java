package org.mandateatlas.gateway.proxy;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.edge.Replicas;
import org.mandateatlas.edge.ReplicatedServices;
import org.mandateatlas.feed.FeedStreams;

/** Maps collections to upstreams. */
@Singleton
public class RoutingTable implements FeedStreams, ReplicatedServices {

    private static final String PREFIX = "/v1/";
    private static final String BATCH = "/batch";

    private final List<Upstream> all = new ArrayList<>();
    private final Map<String, Upstream> byCollection = new HashMap<>();
    private final Set<String> postQueries = new HashSet<>();
    private final SortedMap<String, String> collectionsByStream = new TreeMap<>();
    private final Map<String, Set<String>> streamsByCollection = new HashMap<>();
    private final Map<Upstream, Set<String>> streamsByUpstream = new HashMap<>();
    private final Map<Upstream, Set<String>> rolesByUpstream = new HashMap<>();

    RoutingTable(UpstreamsConfig config) {
        new TreeMap<>(config.upstreams()).forEach((name, settings) -> {
            var upstream = new Upstream(name, Replicas.at(name, settings.url()));
            all.add(upstream);
            rolesByUpstream.put(upstream, new TreeSet<>(settings.roles().orElse(Set.of())));
            var owned = new TreeSet<>(settings.streams().values());
            owned.addAll(settings.collections().orElse(Set.of()));
            for (String collection : owned) {
                if (byCollection.put(collection, upstream) != null) {
                    throw new IllegalArgumentException("Two upstreams are configured for the collection " + collection);
                }
            }
            settings.streams().forEach((stream, collection) -> {
                collectionsByStream.put(stream, collection);
                streamsByCollection
                        .computeIfAbsent(collection, none -> new HashSet<>())
                        .add(stream);
                streamsByUpstream
                        .computeIfAbsent(upstream, none -> new HashSet<>())
                        .add(stream);
            });
            for (String question : settings.postQueries().orElse(Set.of())) {
                if (!owned.contains(question)) {
                    throw new IllegalArgumentException("The question " + question + " is no collection of " + name);
                }
                postQueries.add(question);
            }
        });
    }

    /** Returns the upstreams, by name. */
    public List<Upstream> all() {
        return all;
    }

    @Override
    public List<Replicas> services() {
        return all.stream().map(Upstream::replicas).toList();
    }

    /** Returns the names of the collections, sorted. */
    public List<String> collections() {
        return byCollection.keySet().stream().sorted().toList();
    }

    /** Returns the names of the public collections, sorted. */
    public List<String> readable() {
        return collections().stream()
                .filter(collection -> !postQueries.contains(collection))
                .filter(collection -> rolesOf(Objects.requireNonNull(byCollection.get(collection)))
                        .isEmpty())
                .toList();
    }

    /** Returns the collection of each stream, by stream. */
    public SortedMap<String, String> collectionsByStream() {
        return Collections.unmodifiableSortedMap(collectionsByStream);
    }

    @Override
    public Set<String> names() {
        return collectionsByStream().keySet();
    }

    /** Returns the streams of a collection; empty for computed resources. */
    public Set<String> streamsOf(String collection) {
        return streamsByCollection.getOrDefault(collection, Set.of());
    }

    /** Returns the streams of an upstream. */
    public Set<String> streamsOf(Upstream upstream) {
        return streamsByUpstream.getOrDefault(upstream, Set.of());
    }

    /** Returns the names of an upstream's document collections, sorted. */
    public SortedSet<String> documentsOf(Upstream upstream) {
        var collections = new TreeSet<String>();
        streamsOf(upstream).forEach(stream -> collections.add(collectionsByStream.get(stream)));
        return collections;
    }

    /** Returns whether a POST to exactly this path is a read. */
    public boolean isPostQuery(String path) {
        return path.startsWith(PREFIX) && postQueries.contains(path.substring(PREFIX.length()));
    }

    /** Returns whether a POST to exactly this path is a batch of writes. */
    public boolean isBatch(String path) {
        return path.startsWith(PREFIX)
                && path.endsWith(BATCH)
                && path.length() > PREFIX.length() + BATCH.length()
                && !streamsOf(path.substring(PREFIX.length(), path.length() - BATCH.length()))
                        .isEmpty();
    }

    /** Returns the names of the collections of one upstream, sorted. */
    public List<String> collectionsOf(Upstream upstream) {
        return collections().stream()
                .filter(collection -> upstream.equals(byCollection.get(collection)))
                .toList();
    }

    /** Returns the roles of which a client must have one for any request to an upstream; empty if reads are public. */
    public Set<String> rolesOf(Upstream upstream) {
        return rolesByUpstream.getOrDefault(upstream, Set.of());
    }

    /** Returns the roles of which a client must have one for any request to a path; empty if reads are public. */
    public Set<String> rolesOf(String path) {
        var upstream = path.length() > PREFIX.length() ? ofPath(path) : null;
        return upstream == null ? Set.of() : rolesOf(upstream);
    }

    /** Returns the upstream of the collection that a path is in or below; exports have a suffix. */
    public @Nullable Upstream ofPath(String path) {
        int end = PREFIX.length();
        while (end < path.length() && path.charAt(end) != '/' && path.charAt(end) != '.') {
            end++;
        }
        return byCollection.get(path.substring(PREFIX.length(), end));
    }
}
