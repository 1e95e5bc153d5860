package org.mandateatlas.gateway.page;

import org.mandateatlas.gateway.page.HtmlPage.Html;

/** A JSON document that can also be rendered as an HTML page. */
public interface HtmlView {

    /** Renders the page. */
    Html html();
}
