package org.mandateatlas.institutions.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of source. */
@Schema(description = "Kind of source.")
public enum SourceKind {
    @JsonProperty("paper")
    PAPER,
    @JsonProperty("article")
    ARTICLE,
    @JsonProperty("book")
    BOOK,
    @JsonProperty("official-document")
    OFFICIAL_DOCUMENT,
    @JsonProperty("treaty-collection")
    TREATY_COLLECTION,
    @JsonProperty("press-release")
    PRESS_RELEASE,
    @JsonProperty("news")
    NEWS,
    @JsonProperty("web-page")
    WEB_PAGE,
    @JsonProperty("encyclopedia")
    ENCYCLOPEDIA
}
