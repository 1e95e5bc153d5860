package org.mandateatlas.registry.search;

import java.util.Locale;
import java.util.regex.Pattern;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.registry.DocumentType;

/**
 * The place of a result among the results of all services.
 *
 * @param tier how well it matches
 * @param rank the rank of its collection
 * @param stream its stream
 * @param phrase the matching name where a tier is ordered by names, else empty
 * @param id its id
 */
record SearchOrder(Tier tier, int rank, String stream, String phrase, String id) {

    private static final Pattern FORM =
            Pattern.compile("([a-l])(\\d{2}) ([a-z-]{1,80}) ([^ ]{0,400}) ([a-z0-9-]{1,80})");

    /** Reads an order key; null for none. */
    static SearchOrder parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw ProblemException.parameter("after", "is not the order of a search result");
        }
        return new SearchOrder(
                Tier.of(parts.group(1).charAt(0)),
                Integer.parseInt(parts.group(2)),
                parts.group(3),
                parts.group(4).replace('!', ' '),
                parts.group(5));
    }

    /** Returns the beginning of the keys of a tier and collection. */
    static String prefix(Tier tier, DocumentType<?> type) {
        return prefix(tier, type.searchRank(), type.stream());
    }

    private static String prefix(Tier tier, int rank, String stream) {
        return String.format(Locale.ROOT, "%c%02d %s ", tier.letter(), rank, stream);
    }

    /** Returns the beginning that it shares with all results of its tier and collection. */
    String prefix() {
        return prefix(tier, rank, stream);
    }

    /** Returns the order key: a space ends a part, and words of a phrase are joined by a character that sorts next. */
    @Override
    public String toString() {
        return prefix() + phrase.replace(' ', '!') + " " + id;
    }
}
