import java.nio.file.Path;
import java.util.Map;
import org.mandateatlas.embedded.KafkaBroker;
import org.mandateatlas.embedded.PostgresServer;

/** Runs an empty PostgreSQL with the databases of the services, and an empty Kafka, until the process is terminated. */
final class Servers {

    /**
     * Starts the servers.
     *
     * @param arguments the data directory, the directory of the PostgreSQL programs, the password of all databases, and the ports of
     *     PostgreSQL, of the broker and of its controller
     */
    public static void main(String[] arguments) throws Exception {
        var data = Path.of(arguments[0]);
        var password = arguments[2];
        var postgres = PostgresServer.start(
                data.resolve("postgres"),
                Path.of(arguments[1]),
                Integer.parseInt(arguments[3]),
                data.resolve("postgres.log"));
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        postgres.createDatabases(Map.of(
                "institutions", password, "functions", password, "processes", password, "subscriptions", password));
        try (var broker = KafkaBroker.start(
                data.resolve("kafka"), Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]))) {
            System.out.println("ready");
            Thread.currentThread().join();
        }
    }

    private Servers() {}
}
