package org.mandateatlas.institutions.source;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of source. */
@Schema(description = "Kind of source.")
public enum SourceKind {
    @Schema(description = "Working or research paper.")
    PAPER,
    @Schema(description = "Article in a journal.")
    ARTICLE,
    @Schema(description = "Book or chapter.")
    BOOK,
    @Schema(description = "Document of an organization or government.")
    OFFICIAL_DOCUMENT,
    @Schema(description = "Treaty text or status in a collection.")
    TREATY_COLLECTION,
    @Schema(description = "Press release.")
    PRESS_RELEASE,
    @Schema(description = "News report.")
    NEWS,
    @Schema(description = "Page of a website.")
    WEB_PAGE,
    @Schema(description = "Encyclopedia entry.")
    ENCYCLOPEDIA
}
