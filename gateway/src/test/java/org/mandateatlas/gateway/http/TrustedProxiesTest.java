package org.mandateatlas.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trusted proxies are networks: anything else is taken for a host name, and requests wait for its address. */
class TrustedProxiesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway",
                "institutions-service",
                "functions-service",
                "processes-service",
                "subscriptions-service"
            })
    void eachIsANetwork(String module) throws IOException {
        var properties = new Properties();
        try (var file = Files.newBufferedReader(Path.of("..", module, "src/main/resources/application.properties"))) {
            properties.load(file);
        }
        var proxies = List.of(
                properties.getProperty("quarkus.http.proxy.trusted-proxies", "").split(",", -1));

        assertTrue(proxies.size() > 1, proxies.toString());
        assertEquals(
                List.of(),
                proxies.stream().filter(proxy -> !proxy.contains("/")).toList());
    }
}
