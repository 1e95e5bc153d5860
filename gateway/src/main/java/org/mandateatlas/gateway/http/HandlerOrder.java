package org.mandateatlas.gateway.http;

/**
 * The order of all Vert.x handlers of the gateway. Quarkus authenticates between {@link #CACHED_READS} and {@link #METHODS}; resources,
 * static files and Quarkus' own endpoints follow after {@link #PROXY}.
 */
public enum HandlerOrder {
    /** Turns failures into problem documents. */
    FAILURES(-20_000),
    /** Logs each request. */
    ACCESS_LOG(-15_000),
    /** Sets common response headers, checks limits and answers CORS preflight requests. */
    EDGE(-10_000),
    /** Rejects parameters of paths that have none. */
    PARAMETERS(-9_500),
    /** Replaces the trace context of the client. */
    TRACE_CONTEXT(-9_000),
    /** Counts requests without a token by address. */
    RATE_LIMIT_BY_ADDRESS(-8_500),
    /** Waits for the events that the client has seen. */
    SEEN_POSITION(-8_250),
    /** Serves public reads from the cache, which need nothing of what follows. */
    CACHED_READS(-8_000),
    /** Rejects methods that a path does not support. */
    METHODS(9),
    /** Checks tokens and roles. */
    ACCESS(10),
    /** Counts requests with a token. */
    RATE_LIMIT_BY_TOKEN(20),
    /** Opens live streams of changes. */
    LIVE_CHANGES(50),
    /** Looks up composite responses in the cache. */
    COMPOSITE_READS(50),
    /** Proxies requests to the services. */
    PROXY(100),
    /** Gives Quarkus' metrics a second path. */
    METRICS(1_000),
    /** Responds with 404. */
    NOT_FOUND(1_000_000);

    private final int order;

    HandlerOrder(int order) {
        this.order = order;
    }

    /** Returns the order of the route. */
    public int order() {
        return order;
    }
}
