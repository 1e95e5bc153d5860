package org.mandateatlas.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.mandateatlas.torture.check.FinalState;
import org.mandateatlas.torture.check.FinalState.CoverageView;
import org.mandateatlas.torture.check.FinalState.DocumentView;
import org.mandateatlas.torture.check.FinalState.SearchView;
import org.mandateatlas.torture.check.HistoryRevision;
import org.mandateatlas.torture.journal.Journals;
import org.mandateatlas.torture.journal.WriteEntry;
import org.mandateatlas.torture.load.GatewayClient;
import org.mandateatlas.torture.load.Response;
import org.mandateatlas.torture.load.Stream;

/** Reads the state of the registry through all gateways when nothing is written. */
final class FinalStateReader {

    private static final int PARALLEL = 4;
    private static final int ATTEMPTS = 40;
    private static final long PAUSE_MILLIS = 250;
    private static final long SETTLING_MILLIS = 3_000;
    private static final int SEARCHES = 120;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final List<String> HEADS =
            List.of("/v1/institutions?limit=1", "/v1/capacities?limit=1", "/v1/processes?limit=1");

    private final GatewayClient api;
    private final Set<String> streams;

    FinalStateReader(GatewayClient api) {
        this.api = api;
        this.streams = Arrays.stream(Stream.values()).map(Stream::stream).collect(Collectors.toSet());
    }

    /** Returns the last sequence of each stream, when it no longer changes: a request without a response may be executed late. */
    Map<String, Long> awaitHeads() throws InterruptedException {
        var before = heads();
        while (true) {
            Thread.sleep(SETTLING_MILLIS);
            var heads = heads();
            if (heads.equals(before)) {
                return heads;
            }
            before = heads;
        }
    }

    private Map<String, Long> heads() throws InterruptedException {
        var heads = new TreeMap<String, Long>();
        for (var path : HEADS) {
            heads.putAll(
                    read(() -> api.getFresh(api.gateways().getFirst(), path)).sequences());
        }
        heads.keySet().retainAll(streams);
        return heads;
    }

    /** Waits until all gateways know all events, and coverage is computed from them; returns whether they do. */
    boolean awaitViews(Map<String, Long> heads, Duration patience) throws InterruptedException {
        var end = Instant.now().plus(patience);
        while (!areCurrent(heads)) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return true;
    }

    private boolean areCurrent(Map<String, Long> heads) throws InterruptedException {
        for (var gateway : api.gateways()) {
            var feed = api.get(gateway, "/v1/changes?fromNow=true", Map.of()).sequences();
            if (!heads.entrySet().stream().allMatch(head -> feed.getOrDefault(head.getKey(), 0L) >= head.getValue())) {
                return false;
            }
            var coverage = api.getFresh(gateway, "/v1/coverage").sequences();
            if (coverage.isEmpty()
                    || !coverage.entrySet().stream()
                            .allMatch(stream -> stream.getValue() >= heads.getOrDefault(stream.getKey(), 0L))) {
                return false;
            }
        }
        return true;
    }

    /** Reads everything that the clients have written. */
    FinalState read(Journals journals, Map<String, Long> heads, Set<String> consumers, List<String> findings)
            throws InterruptedException {
        var documents =
                journals.writes().stream().map(WriteEntry::document).distinct().toList();
        var histories = inParallel(documents, this::history);
        var revisions = histories.stream().flatMap(List::stream).toList();
        var views = new ArrayList<DocumentView>();
        var coverage = new ArrayList<CoverageView>();
        var searches = new ArrayList<SearchView>();
        for (var gateway : api.gateways()) {
            views.addAll(inParallel(documents, document -> view(gateway, document)));
            coverage.add(coverage(gateway));
            searches.addAll(inParallel(someTokens(revisions), token -> search(gateway, token)));
        }
        return new FinalState(revisions, heads, consumers, views, coverage, searches, findings);
    }

    /** Returns some tokens, evenly over the whole run. */
    private static List<String> someTokens(List<HistoryRevision> revisions) {
        var tokens = new ArrayList<>(
                revisions.stream().map(HistoryRevision::token).collect(Collectors.toCollection(TreeSet::new)));
        var step = Math.max(1, tokens.size() / SEARCHES);
        var some = new ArrayList<String>();
        for (var i = 0; i < tokens.size(); i += step) {
            some.add(tokens.get(i));
        }
        return some;
    }

    private List<HistoryRevision> history(String document) throws InterruptedException {
        var response = read(() -> api.getFresh(api.gateways().getFirst(), path(document) + "/history"));
        var revisions = new ArrayList<HistoryRevision>();
        for (var item : response.json().path("items")) {
            revisions.add(new HistoryRevision(
                    item.path("stream").asText(),
                    item.path("sequence").asLong(),
                    item.path("id").asText(),
                    item.path("version").asInt(),
                    item.path("change").asText(),
                    item.path("note").asText()));
        }
        return revisions;
    }

    private DocumentView view(String gateway, String document) throws InterruptedException {
        var response = read(() -> api.get(gateway, path(document), Map.of()));
        var body = response.json();
        return new DocumentView(
                gateway,
                document,
                response.status(),
                response.version(),
                response.token(),
                body.hasNonNull("institution") ? body.path("institution").asText() : null,
                body.has("function") ? List.of(body.path("function").asText()) : texts(body.path("functions")));
    }

    private CoverageView coverage(String gateway) throws InterruptedException {
        var body = read(() -> api.get(gateway, "/v1/coverage", Map.of())).json();
        var mandates = new HashMap<String, Set<String>>();
        var capacities = new HashMap<String, Set<String>>();
        for (var function : body.path("functions")) {
            for (var cell : function.path("cells")) {
                var name = function.path("id").asText() + "/"
                        + cell.path("institution").asText();
                addIds(mandates, name, cell.path("mandates"));
                addIds(capacities, name, cell.path("capacities"));
            }
        }
        return new CoverageView(gateway, mandates, capacities);
    }

    private static void addIds(Map<String, Set<String>> cells, String cell, JsonNode items) {
        for (var item : items) {
            cells.computeIfAbsent(cell, unknown -> new TreeSet<>())
                    .add(item.path("id").asText());
        }
    }

    private SearchView search(String gateway, String token) throws InterruptedException {
        var body = read(() -> api.get(gateway, "/v1/search?limit=50&q=" + token, Map.of()))
                .json();
        var found = new TreeSet<String>();
        for (var item : body.path("items")) {
            found.add(Stream.ofCollection(item.path("collection").asText()) + "/"
                    + item.path("id").asText());
        }
        return new SearchView(gateway, token, found);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String path(String document) {
        var separator = document.indexOf('/');
        return Stream.of(document.substring(0, separator)).path(document.substring(separator + 1));
    }

    /** Repeats a read that fails, or lacks a part, for a reason that passes. */
    private static Response read(Read read) throws InterruptedException {
        var response = read.send();
        for (var i = 1; i < ATTEMPTS && !isComplete(response); i++) {
            Thread.sleep(PAUSE_MILLIS);
            response = read.send();
        }
        return response;
    }

    private static boolean isComplete(Response response) {
        return response.status() > 0
                && response.status() < TOO_MANY_REQUESTS
                && response.json().path("missing").isEmpty();
    }

    private static <A, B> List<B> inParallel(Collection<A> items, Function<A, B> function) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(PARALLEL)) {
            var results = new ArrayList<B>();
            var tasks = items.stream()
                    .<Callable<B>>map(item -> () -> function.apply(item))
                    .toList();
            for (var result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private interface Read {
        Response send() throws InterruptedException;
    }

    private interface Function<A, B> {
        B apply(A item) throws InterruptedException;
    }
}
