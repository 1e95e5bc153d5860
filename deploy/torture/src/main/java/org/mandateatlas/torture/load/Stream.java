package org.mandateatlas.torture.load;

import java.util.Arrays;

/** The streams that are written to, each with a form of its documents. */
public enum Stream {
    SOURCE("source", "sources", "title", """
            {"id": "%1$s", "kind": "paper", "title": "%3$s %2$s", "grade": "A"%4$s}"""),

    FUNCTION("function", "functions", "name", """
            {"id": "%1$s", "name": "%3$s %2$s", "description": "Made for a test.", "standing": "starting-point",
             "rank": %6$d, "reason": "Made for a test.", "citations": [{"source": "made"}]%4$s}"""),

    INSTITUTION("institution", "institutions", "names", """
            {"id": "%1$s", "kind": "commission", "summary": "Made for a test.",
             "names": [{"kind": "official", "value": "%3$s %2$s", "language": "en",
                        "citations": [{"source": "made"}]}],
             "citations": [{"source": "made"}]%4$s}"""),

    MANDATE("mandate", "mandates", "title", """
            {"id": "%1$s", "institution": "made-institution-%5$d", "title": "%3$s %2$s", "text": "Made for a test.",
             "functions": ["made-function-%6$d"], "populations": [], "authority": "decision", "force": "internal",
             "citations": [{"source": "made"}]%4$s}"""),

    CAPACITY("capacity", "capacities", "mechanism", """
            {"id": "%1$s", "institution": "made-institution-%5$d", "function": "made-function-%6$d",
             "level": "substantial", "mechanism": "%3$s %2$s", "text": "Made for a test.", "populations": [],
             "citations": [{"source": "made"}]%4$s}"""),

    PROCESS("process", "processes", "name", """
            {"id": "%1$s", "name": "%3$s %2$s", "kind": "dialogue", "summary": "Made for a test.",
             "functions": ["made-function-%6$d"], "citations": [{"source": "made"}]%4$s}"""),

    PARTICIPATION("participation", "participations", "text", """
            {"id": "%1$s", "process": "made-process", "institution": "made-institution-%5$d", "role": "observer",
             "text": "%3$s %2$s", "citations": [{"source": "made"}]%4$s}""");

    /** The number of institutions and of functions that other documents refer to. */
    static final int TARGETS = 4;

    private static final String NAME = "Made";

    private final String stream;
    private final String collection;
    private final String field;
    private final String form;

    Stream(String stream, String collection, String field, String form) {
        this.stream = stream;
        this.collection = collection;
        this.field = field;
        this.form = form;
    }

    /** Returns the stream with the name. */
    public static Stream of(String name) {
        return Arrays.stream(values())
                .filter(stream -> stream.stream.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the name of the stream of a collection. */
    public static String ofCollection(String name) {
        return Arrays.stream(values())
                .filter(stream -> stream.collection.equals(name))
                .findFirst()
                .map(Stream::stream)
                .orElse(name);
    }

    /** Returns the name of the stream. */
    public String stream() {
        return stream;
    }

    /** Returns the path of its collection. */
    public String path() {
        return "/v1/" + collection;
    }

    /** Returns the path of a document. */
    public String path(String id) {
        return path() + "/" + id;
    }

    /**
     * Returns a document as JSON on one line.
     *
     * @param version the version that it replaces in a batch, or a negative number outside a batch
     * @param choice chooses the documents that it refers to
     */
    String document(String id, String token, int version, int choice) {
        return form.formatted(
                        id,
                        token,
                        NAME,
                        version < 0 ? "" : ", \"version\": " + version,
                        1 + Math.floorMod(choice, TARGETS),
                        1 + Math.floorMod(choice / TARGETS, TARGETS))
                .replaceAll("\\R *", " ");
    }

    /** Returns a merge patch that changes the name. */
    String patch(String token) {
        var value = this == INSTITUTION ? """
                  [{"kind": "official", "value": "%s %s", "language": "en", "citations": [{"source": "made"}]}]""".formatted(NAME, token) : "\"" + NAME + " " + token + "\"";
        return "{\"" + field + "\": " + value + "}";
    }
}
