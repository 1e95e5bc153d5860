package org.mandateatlas.institutions.source;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of source. */
@Schema(description = "Kind of source.")
public enum SourceKind {
    PAPER,
    ARTICLE,
    BOOK,
    OFFICIAL_DOCUMENT,
    TREATY_COLLECTION,
    PRESS_RELEASE,
    NEWS,
    WEB_PAGE,
    ENCYCLOPEDIA
}
