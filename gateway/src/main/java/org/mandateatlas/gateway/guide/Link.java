package org.mandateatlas.gateway.guide;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * A place to go from here.
 *
 * @param name a short name that stays
 * @param href the absolute address
 * @param title what is there
 */
record Link(String name, String href, String title) {

    static JsonArray toJson(List<Link> links) {
        var array = new JsonArray();
        links.forEach(link -> array.add(
                new JsonObject().put("name", link.name).put("href", link.href).put("title", link.title)));
        return array;
    }
}
