package org.mandateatlas.gateway.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** Bounds the metrics: unknown methods are not series of their own. */
class KnownMethods {

    private static final String REQUESTS = "http.server.requests";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE", "TRACE", "CONNECT");

    @Produces
    @Singleton
    MeterFilter known() {
        return MeterFilter.deny(KnownMethods::isMadeUp);
    }

    private static boolean isMadeUp(Meter.Id meter) {
        String method = meter.getTag("method");
        return meter.getName().equals(REQUESTS) && method != null && !METHODS.contains(method);
    }
}
