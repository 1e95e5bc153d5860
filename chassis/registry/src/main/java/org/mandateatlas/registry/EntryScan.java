package org.mandateatlas.registry;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first entries of a stream that meet conditions, in the order of ids, at a cost that depends little on how many do.
 *
 * <p>How often conditions hold together cannot be estimated, so the statement finds out: it tests a bounded number of entries in the
 * order of ids, which fill a page where matches are frequent. Only where they do not, and matches are rare, it finds the others by
 * whatever indexes fit, and sorts them.
 */
public final class EntryScan {

    /** The number of entries tested in the order of ids where their rows are read; twice as many where indexes suffice. */
    private static final int TESTED = ConfigProvider.getConfig()
            .getOptionalValue("atlas.registry.tested-entries", Integer.class)
            .orElse(5_000);

    /** Keeps a condition on each tested entry from becoming a join with all of a table. */
    private static final UnaryOperator<String> PROBE = subquery -> subquery + " offset 0";

    private static final String ENTRY =
            "cross join lateral (select e.* from entry e where %s and e.id = c.id offset 0) e";

    /** A row only if the tested entries do not fill the page and are not all there are. */
    private static final String LAST_TESTED = """
            tested as materialized (
                select max(c.id) as id from (%s) c where (select count(*) from near) < ? having count(*) >= ?),""";

    /** Nothing is read where nothing is left to read. */
    private static final String FAR =
            " from tested cross join lateral (select e.* from entry e where e.id > tested.id and %s";

    private final String stream;
    private final @Nullable Instant knownAt;
    private final @Nullable String term;

    private final boolean byRows;

    private EntryScan(String stream, @Nullable Instant knownAt, @Nullable String term, boolean byRows) {
        this.stream = stream;
        this.knownAt = knownAt;
        this.term = term;
        this.byRows = byRows;
    }

    /** Scans the entries of a stream that were known at the instant, or are known now. */
    public static EntryScan of(String stream, @Nullable Instant knownAt) {
        return new EntryScan(stream, knownAt, null, false);
    }

    /** Scans only the entries with a facet term, which is also one of the conditions. */
    public EntryScan having(String facetTerm) {
        return new EntryScan(stream, knownAt, facetTerm, byRows);
    }

    /** Tests further columns of the entry, such as search words. */
    public EntryScan byRows() {
        return new EntryScan(stream, knownAt, term, true);
    }

    /**
     * Returns the statement, in parentheses.
     *
     * @param columns the columns of the entry {@code e} to return, {@code e.id} among them
     * @param conditions makes the conditions on the entry {@code e}
     * @param after the id to begin after; null to begin with the first
     * @param count the most entries to return
     */
    public Clause first(String columns, Conditions conditions, @Nullable String after, int count) {
        var begin = after == null ? "" : after;
        var probes = conditions.of(PROBE);
        if (probes.isEmpty() && isCurrent()) {
            return current(begin, count).in("(select " + columns + " from (%s) e order by e.id)");
        }
        var ids = ids(begin);
        return Clause.all(
                List.of(
                        Clause.of("(with near as materialized (select " + columns),
                        tested(begin).in("from (%s) e"),
                        all(probes).in("where %s order by e.tested limit ?),").with(count),
                        ids.in(LAST_TESTED).with(count).with(tested()),
                        entry().in("far as (select " + columns + FAR),
                        all(conditions.of(UnaryOperator.identity())).in("and %s offset 0) e)"),
                        Clause.of(
                                "select * from (select * from near union all select * from far) e order by id limit ?)",
                                count)),
                " ");
    }

    /** Returns the ids of the documents to test. */
    private Clause ids(String after) {
        var table = term == null
                ? Clause.of("select c.id from entry c where c.stream = ?", stream)
                : Clause.of("select c.id from facet c where c.term = ?", term);
        return Clause.all(
                List.of(
                        table,
                        // Current knowledge has its own index; past knowledge is a condition on the entry.
                        Clause.of(knownAt == null ? "and c.known_to is null" : ""),
                        Clause.of("and c.id > ? group by c.id order by c.id limit ?", after, tested())),
                " ");
    }

    /** Returns the condition on an entry {@code e} to be one of the stream that was known at the instant, or is known now. */
    public Clause entry() {
        return Clause.all(List.of(Clause.of("e.stream = ?", stream), Clause.known("e", knownAt)), " and ");
    }

    /** Returns the statement of the last id to test; without a row where the entries to test are all there are. */
    public Clause lastTested(String after) {
        return ids(after)
                .in("select max(c.id) as id from (%s) c having count(*) >= ?")
                .with(tested());
    }

    /** Returns the statement of the entries to test, in the order of ids, which is also their column {@code tested}. */
    public Clause tested(String after) {
        return isCurrent()
                ? current(after, tested())
                : Clause.all(List.of(ids(after).in("select c.id as tested, e.* from (%s) c"), entry().in(ENTRY)), " ");
    }

    /** All current entries of a stream have an index in the order of ids. */
    private boolean isCurrent() {
        return term == null && knownAt == null;
    }

    private Clause current(String after, int count) {
        return entry().in("select e.id as tested, e.* from entry e where %s and e.id > ? order by e.id limit ?")
                .with(after)
                .with(count);
    }

    private int tested() {
        return byRows || knownAt != null ? TESTED : 2 * TESTED;
    }

    private static Clause all(List<Clause> conditions) {
        return conditions.isEmpty() ? Clause.of("true") : Clause.all(conditions, " and ");
    }

    /** Makes conditions on the entry {@code e}. */
    public interface Conditions {

        /**
         * Returns the conditions.
         *
         * @param subquery completes the subquery of a condition that has one
         */
        List<Clause> of(UnaryOperator<String> subquery);
    }
}
