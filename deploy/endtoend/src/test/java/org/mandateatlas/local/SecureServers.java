package org.mandateatlas.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Servers with TLS and a certificate of their own, and a broker that demands a password; and the settings of their clients. */
final class SecureServers {

    private static final String ALIAS = "server";
    private static final String SECRET = "test-secret";
    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\"" + " password=\"" + SECRET
                    + "\"";

    private final Path keyStore;
    private final Path certificate;
    private final Path key;

    private SecureServers(Path folder) {
        keyStore = folder.resolve("server.p12");
        certificate = folder.resolve("server.crt");
        key = folder.resolve("server.key");
    }

    /** Generates a certificate for the loopback address in the folder. */
    static SecureServers create(Path folder) {
        var servers = new SecureServers(folder);
        try {
            servers.generate();
            return servers;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void generate() throws IOException, GeneralSecurityException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = "-genkeypair -alias server -keyalg EC -dname CN=localhost -ext san=ip:127.0.0.1,dns:localhost"
                + " -validity 2 -storetype PKCS12 -storepass " + SECRET + " -keystore " + keyStore;
        var generation = new ProcessBuilder((keytool + " " + command).split(" "))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, generation.waitFor());
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keyStore)) {
            store.load(file, SECRET.toCharArray());
        }
        Files.writeString(
                certificate, pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded()));
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                key,
                pem("PRIVATE KEY", store.getKey(ALIAS, SECRET.toCharArray()).getEncoded()));
    }

    private static String pem(String type, byte[] content) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content) + "\n-----END " + type
                + "-----\n";
    }

    /** Returns the settings of a PostgreSQL server with TLS. */
    Map<String, String> postgres() {
        return Map.of("ssl", "on", "ssl_cert_file", certificate.toString(), "ssl_key_file", key.toString());
    }

    /** Returns the parameters of a JDBC URL that verify certificate and host name. */
    String jdbcParameters() {
        return "?sslmode=verify-full&sslrootcert=" + certificate;
    }

    /** Returns the properties of a broker that accepts clients with TLS and a password only. */
    Map<String, String> kafka(int port, int controllerPort) {
        return Map.ofEntries(
                Map.entry("listeners", "SASL_SSL://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", "SASL_SSL://127.0.0.1:" + port),
                Map.entry("listener.security.protocol.map", "SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "SASL_SSL"),
                Map.entry("sasl.enabled.mechanisms", "PLAIN"),
                Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
                Map.entry(
                        "listener.name.sasl_ssl.plain.sasl.jaas.config",
                        LOGIN.formatted("broker") + " user_broker=\"" + SECRET + "\" user_atlas=\"" + SECRET + "\";"),
                Map.entry("ssl.keystore.location", keyStore.toString()),
                Map.entry("ssl.keystore.type", "PKCS12"),
                Map.entry("ssl.keystore.password", SECRET),
                Map.entry("ssl.key.password", SECRET),
                Map.entry("ssl.truststore.type", "PEM"),
                Map.entry("ssl.truststore.location", certificate.toString()));
    }

    /** Returns the settings of a Kafka client. */
    Map<String, Object> kafkaClient(int port) {
        return Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + port,
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                LOGIN.formatted("atlas") + ";",
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                certificate.toString());
    }

    /** Returns the settings of a Kafka client as environment variables of a service or gateway. */
    Map<String, String> kafkaEnvironment(int port) {
        var environment = new TreeMap<String, String>();
        kafkaClient(port)
                .forEach((name, value) ->
                        environment.put("KAFKA_" + name.replace('.', '_').toUpperCase(Locale.ROOT), value.toString()));
        return environment;
    }
}
