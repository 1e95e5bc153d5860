package org.mandateatlas.registry.search;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of search results.
 *
 * @param items the results, the best first
 * @param next the order key to continue after; null on the last page
 * @param total the number of results on all pages; null unless withTotal is true
 * @param position the log position that the page reflects
 * @param knownAt the instant at which the registry was read
 */
@Schema(name = "SearchPage", description = "A page of search results.")
public record SearchHitPage(
        List<SearchHit> items,

        @Schema(description = "Order key to continue after; null on the last page.", nullable = true) @Nullable String next,

        @Schema(description = "Number of results on all pages; null unless withTotal is true.", nullable = true)
        @Nullable Long total,

        @Schema(description = "Log position of the page.", examples = "institution:151,mandate:208")
        String position,

        @Schema(description = "Instant at which the registry was read; read further pages with it as knownAt.")
        Instant knownAt) {}
