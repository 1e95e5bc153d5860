package org.mandateatlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The shell commands in the README files that call the API. */
final class DocumentedCommands {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```");

    /** Fails on error responses. A live stream never ends, so it is read for a moment only. */
    private static final String CURL = """
            set -eo pipefail
            curl() {
              local status=0
              case " $* " in
                *" -N "*) command curl -sS --fail-with-body --max-time 2 "$@" || status=$?; [[ $status -eq 28 ]] ;;
                *) command curl -sS --fail-with-body --max-time 60 "$@" ;;
              esac
            }
            """;

    private DocumentedCommands() {}

    /** Returns the blocks with API calls in a README file. */
    static List<String> in(String readme) throws IOException {
        return BLOCK.matcher(Files.readString(ROOT.resolve(readme)))
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.contains("curl "))
                .toList();
    }

    /** Returns a script that runs a block at another address, in any folder. */
    static String script(String block, String address) {
        return CURL
                + block.replace("localhost:8080", address.replace("http://", ""))
                        .replace("./atlas", ROOT.resolve("atlas").toString());
    }
}
