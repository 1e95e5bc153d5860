package org.mandateatlas.gateway;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.embedded.FreePort;
import org.mandateatlas.embedded.KafkaBroker;

/** A real Kafka broker that can be stopped and started on its data. */
public final class Broker {

    private final Path data;
    private final int port = FreePort.find();
    private final int controllerPort = FreePort.find();
    private @Nullable KafkaBroker broker;

    Broker(Path data) {
        this.data = data;
    }

    /** Starts it on its data. */
    public synchronized void start() {
        if (broker == null) {
            broker = KafkaBroker.start(data, port, controllerPort);
        }
    }

    /** Stops it; its data stays. */
    public synchronized void stop() {
        if (broker != null) {
            broker.close();
            broker = null;
        }
    }

    /** Returns where it is found. */
    public String address() {
        return "127.0.0.1:" + port;
    }
}
