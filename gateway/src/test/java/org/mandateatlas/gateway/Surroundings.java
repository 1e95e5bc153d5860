package org.mandateatlas.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** What stands around the gateway in a test: an owner that is up, one that is not there yet, and an issuer of tokens. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    private final OwnerServer owner = OwnerServer.start(0);
    private final Tokens tokens = new Tokens();

    @Override
    public Map<String, String> start() {
        try {
            return Map.of(
                    "atlas.owners.institutions-service.url",
                    owner.url(),
                    "atlas.owners.functions-service.url",
                    owner.url(),
                    "atlas.owners.processes-service.url",
                    owner.url(),
                    "atlas.owners.absent-service.url",
                    "http://127.0.0.1:" + freePort(),
                    "atlas.owners.absent-service.collections",
                    "absences",
                    "atlas.forwarding.response-timeout",
                    "700ms",
                    "mp.jwt.verify.publickey.location",
                    tokens.publicKey().toUri().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        owner.close();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(owner, new TestInjector.MatchesType(OwnerServer.class));
        injector.injectIntoFields(tokens, new TestInjector.MatchesType(Tokens.class));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
