package org.mandateatlas.gateway.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * Content codings: responses are gzipped for clients that prefer it, and have an entity tag of their own then.
 *
 * <p>The tag of a gzipped response is that of the plain one with a suffix, which is removed from the preconditions of requests. So the
 * rest of the gateway and the services know plain tags only, and a client may use either tag.
 */
final class ContentCoding {

    private static final String SUFFIX = "-gzip\"";
    private static final int NOT_MODIFIED = 304;

    private ContentCoding() {}

    /** Returns whether the body of a request has a content coding. */
    static boolean isEncoded(HttpServerRequest request) {
        String coding = request.headers().get(HttpHeaders.CONTENT_ENCODING);
        return coding != null && !HttpHeaders.IDENTITY.toString().equalsIgnoreCase(coding);
    }

    /** Removes the coding from the tags of the preconditions, and adds it to the tag of the response if that is gzipped. */
    static void select(RoutingContext context) {
        MultiMap headers = context.request().headers();
        String accepted = headers.contains(HttpHeaders.ACCEPT_ENCODING)
                ? String.join(",", headers.getAll(HttpHeaders.ACCEPT_ENCODING))
                : null;
        List<String> known = headers.contains(HttpHeaders.IF_NONE_MATCH)
                ? List.copyOf(headers.getAll(HttpHeaders.IF_NONE_MATCH))
                : List.of();
        removeSuffix(headers, HttpHeaders.IF_NONE_MATCH);
        removeSuffix(headers, HttpHeaders.IF_MATCH);
        if (accepted != null || !known.isEmpty()) {
            boolean gzip = accepted != null && prefersGzip(accepted);
            context.addHeadersEndHandler(end -> finish(context, gzip, known));
        }
    }

    private static void removeSuffix(MultiMap headers, CharSequence name) {
        if (headers.contains(name) && headers.getAll(name).stream().anyMatch(line -> line.contains(SUFFIX))) {
            headers.set(name, String.join(",", headers.getAll(name)).replace(SUFFIX, "\""));
        }
    }

    /** The server gzips whatever is not marked as identity if the client accepts that at all. */
    private static void finish(RoutingContext context, boolean gzip, List<String> known) {
        MultiMap headers = context.response().headers();
        if (!gzip && !headers.contains(HttpHeaders.CONTENT_ENCODING)) {
            headers.set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        }
        String tag = headers.get(HttpHeaders.ETAG);
        if (tag == null || !tag.endsWith("\"")) {
            return;
        }
        String own = tag.substring(0, tag.length() - 1) + SUFFIX;
        boolean encoded = context.response().getStatusCode() == NOT_MODIFIED
                ? known.stream().anyMatch(line -> line.contains(own))
                : gzip && !headers.contains(HttpHeaders.CONTENT_ENCODING);
        if (encoded) {
            headers.set(HttpHeaders.ETAG, own);
        }
    }

    /**
     * Returns whether a client prefers gzip to no coding (RFC 9110, section 12.5.3); one that gives no weight to identity does. Where it
     * says yes, the server gzips: names and weights are read as the server reads them.
     */
    static boolean prefersGzip(String accepted) {
        double gzip = -1;
        double identity = 0;
        double other = 0;
        for (String element : accepted.split(",", -1)) {
            double weight = weight(element);
            if (element.contains("*")) {
                other = weight;
            } else if (element.contains("gzip")) {
                gzip = Math.max(gzip, weight);
            } else if (element.contains(HttpHeaders.IDENTITY)) {
                identity = weight;
            }
        }
        double accepts = gzip < 0 ? other : gzip;
        return accepts > 0 && accepts >= identity;
    }

    private static double weight(String element) {
        int start = element.indexOf('=');
        try {
            return start < 0 ? 1 : Double.parseDouble(element.substring(start + 1));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
