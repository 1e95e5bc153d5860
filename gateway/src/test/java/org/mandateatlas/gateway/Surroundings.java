package org.mandateatlas.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.mandateatlas.embedded.FreePort;

/**
 * What stands around the gateway in a test: an owner that is up, one that is not there yet, an issuer of tokens
 * and a Kafka broker.
 */
public class Surroundings implements QuarkusTestResourceLifecycleManager {

    private final UpstreamServer owner = UpstreamServer.start(0);
    private final Tokens tokens = new Tokens();
    private final Path folder = temporary();
    /** The broker of the events. */
    protected final Broker broker = new Broker(folder.resolve("kafka"));

    @Override
    public Map<String, String> start() {
        broker.start();
        var settings = new HashMap<String, String>();
        for (String service : new String[] {"institutions", "functions", "processes", "subscriptions"}) {
            settings.put("atlas.upstreams." + service + "-service.url", owner.url(service + "-service"));
        }
        settings.put(
                "atlas.upstreams.subscriptions-service.url",
                owner.url("subscriptions-service") + ",http://127.0.0.1:" + FreePort.find());
        settings.put("atlas.upstreams.absent-service.url", "http://127.0.0.1:" + FreePort.find());
        settings.put("atlas.upstreams.absent-service.collections", "absences");
        settings.put("atlas.proxy.response-timeout", "700ms");
        settings.put("atlas.bodies.timeout", "2s");
        settings.put("atlas.bodies.per-client", "8");
        settings.put("atlas.feed.memory", "128K");
        settings.put("atlas.changes.heartbeat", "500ms");
        settings.put("atlas.changes.patience", "2s");
        settings.put("kafka.bootstrap.servers", broker.address());
        try {
            settings.put(
                    "mp.jwt.verify.publickey.location",
                    tokens.publicKey().toUri().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    @Override
    public void stop() {
        owner.close();
        broker.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // what a server still wrote while it ended stays in the folder for temporary files
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(owner, new TestInjector.MatchesType(UpstreamServer.class));
        injector.injectIntoFields(tokens, new TestInjector.MatchesType(Tokens.class));
        injector.injectIntoFields(broker, new TestInjector.MatchesType(Broker.class));
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("mandate-atlas");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
