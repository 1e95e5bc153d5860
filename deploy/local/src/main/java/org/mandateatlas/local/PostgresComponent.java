package org.mandateatlas.local;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mandateatlas.embedded.PostgresServer;

/** The PostgreSQL server of the suite, with a database and a role per service. */
record PostgresComponent(
        BoundPort port,
        Path data,
        Path programs,
        LogFile log,
        String buffers,
        List<String> databases,
        Passwords passwords)
        implements Component {

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public List<BoundPort> ports() {
        return List.of(port);
    }

    @Override
    public String address() {
        return "postgresql://127.0.0.1:" + port.number();
    }

    @Override
    public List<String> dependencies() {
        return List.of();
    }

    @Override
    public RunningComponent launch() {
        var server = PostgresServer.start(data, programs, port.number(), log.path(), buffers);
        try {
            server.createDatabases(databases.stream().collect(toMap(identity(), passwords::of)));
            return new RunningPostgres(server, ProcessHandle.of(server.pid()).orElseThrow());
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    @Override
    public boolean isReady() {
        return HealthProbe.TCP.isReady(port.number());
    }

    private record RunningPostgres(PostgresServer server, ProcessHandle process) implements RunningComponent {

        @Override
        public Optional<Integer> exitCode() {
            return Optional.empty();
        }

        @Override
        public void stop() {
            server.close();
        }
    }
}
