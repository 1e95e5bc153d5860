package org.mandateatlas.gateway.rest;

import org.mandateatlas.gateway.rest.HtmlPage.Html;

/** A JSON document that can also be rendered as an HTML page. */
public interface HtmlView {

    /** Renders the page. */
    Html html();
}
