package org.mandateatlas.institutions;

/** Bodies of documents that keep every rule, of which a test says only the name. */
final class Samples {

    private Samples() {}

    /** An institution that nothing else is known of. */
    static String institution(String name) {
        return """
                {"kind": "commission", "summary": "Made for a test.",
                 "names": [{"kind": "official", "value": "%s", "language": "en",
                            "validity": {"from": "1990"}, "citations": [{"source": "newland-2004"}]}],
                 "validity": {"from": "1990"},
                 "citations": [{"source": "newland-2004", "locator": "line 1"}]}""".formatted(name);
    }

    /** A mandate of an institution, of some title. */
    static String mandate(String institution, String title) {
        return """
                {"institution": "%s", "title": "%s", "text": "Made for a test.", "functions": ["coordination"],
                 "populations": ["migrants"], "authority": "decision", "force": "internal",
                 "validity": {"from": "2001-05"},
                 "citations": [{"source": "newland-2004", "locator": "line 1"}]}""".formatted(institution, title);
    }

    /** A source of some title. */
    static String source(String title) {
        return """
                {"kind": "web-page", "title": "%s", "grade": "B"}""".formatted(title);
    }
}
