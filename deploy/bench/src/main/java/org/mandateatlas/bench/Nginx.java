package org.mandateatlas.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.mandateatlas.embedded.FreePort;

/** The reference for the gateway: nginx in front of a service, with a proxy cache on one port and without on another. */
final class Nginx implements AutoCloseable {

    private static final String CONFIGURATION = """
        %1$sdaemon off;
        worker_processes auto;
        pid %2$s/nginx.pid;
        error_log %2$s/error.log;
        events { worker_connections 1024; }
        http {
            access_log off;
            keepalive_requests 1000000000;
            client_body_temp_path %2$s/body;
            proxy_temp_path %2$s/proxy;
            fastcgi_temp_path %2$s/fastcgi;
            uwsgi_temp_path %2$s/uwsgi;
            scgi_temp_path %2$s/scgi;
            proxy_cache_path %2$s/cache keys_zone=documents:10m;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            upstream service { server 127.0.0.1:%3$d; keepalive 64; keepalive_requests 1000000000; }
            server {
                listen 127.0.0.1:%4$d;
                location / {
                    proxy_pass http://service;
                    proxy_cache documents;
                    proxy_cache_valid 200 1h;
                    proxy_ignore_headers Cache-Control Expires Set-Cookie Vary;
                }
            }
            server {
                listen 127.0.0.1:%5$d;
                location / { proxy_pass http://service; }
            }
        }
        """;

    private static final int START_MILLIS = 5000;
    private static final int POLL_MILLIS = 20;
    private static final int STOP_SECONDS = 10;

    private final Process process;
    private final int cached;
    private final int uncached;

    private Nginx(Process process, int cached, int uncached) {
        this.process = process;
        this.cached = cached;
        this.uncached = uncached;
    }

    /** Starts the installed program with files in a new folder. */
    static Nginx start(Path program, Path folder, int upstream) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var cached = FreePort.find();
        var uncached = FreePort.find();
        var user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
        var file = Files.writeString(
                folder.resolve("nginx.conf"), CONFIGURATION.formatted(user, folder, upstream, cached, uncached));
        var process = new ProcessBuilder(
                        program.toString(), "-p", folder.toString(), "-c", file.toString(), "-e", folder + "/error.log")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(folder.resolve("nginx.log").toFile()))
                .start();
        var nginx = new Nginx(process, cached, uncached);
        try {
            nginx.await(folder);
            return nginx;
        } catch (IOException | InterruptedException | RuntimeException e) {
            nginx.close();
            throw e;
        }
    }

    private void await(Path folder) throws IOException, InterruptedException {
        for (var waited = 0; !isListening(); waited += POLL_MILLIS) {
            if (waited > START_MILLIS || !process.isAlive()) {
                throw new IOException("nginx did not start: " + Files.readString(folder.resolve("nginx.log")));
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private boolean isListening() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), uncached)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns an address whose response is cached. */
    URI cached(String path) {
        return URI.create("http://127.0.0.1:" + cached + path);
    }

    /** Returns an address whose response always comes from the service. */
    URI uncached(String path) {
        return URI.create("http://127.0.0.1:" + uncached + path);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
