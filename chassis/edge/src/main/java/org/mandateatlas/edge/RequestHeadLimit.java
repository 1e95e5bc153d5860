package org.mandateatlas.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.base.problem.ProblemType;

/**
 * Limits the length of request targets and headers, and the transfer codings. Much longer heads cannot be decoded and are rejected
 * before.
 */
public final class RequestHeadLimit {

    private static final int LONGEST_ADDRESS = 8 * 1024;
    private static final int LONGEST_HEADERS = 16 * 1024;
    private static final int BETWEEN_NAME_AND_VALUE = 4;

    private RequestHeadLimit() {}

    /** Rejects a request whose head is not acceptable and returns whether it did. */
    public static boolean refuses(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.uri().length() > LONGEST_ADDRESS) {
            ProblemResponse.send(
                    context,
                    ProblemType.ADDRESS_TOO_LONG,
                    "An address has at most " + LONGEST_ADDRESS + " characters, with its parameters.");
            return true;
        }
        if (length(request) > LONGEST_HEADERS) {
            ProblemResponse.send(
                    context,
                    ProblemType.HEADERS_TOO_LARGE,
                    "The headers of a request have at most " + LONGEST_HEADERS + " characters together.");
            return true;
        }
        // a proxy in front might find another end of the body
        String coding = request.headers().get(HttpHeaders.TRANSFER_ENCODING);
        if (coding != null && !HttpHeaders.CHUNKED.toString().equalsIgnoreCase(coding)) {
            ProblemResponse.send(
                    context, ProblemException.header("Transfer-Encoding", "is not chunked, the only supported coding"));
            return true;
        }
        return false;
    }

    private static int length(HttpServerRequest request) {
        int length = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            length += header.getKey().length() + header.getValue().length() + BETWEEN_NAME_AND_VALUE;
        }
        return length;
    }
}
