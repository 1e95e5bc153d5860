package org.mandateatlas.base.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client's preference decides, whatever its spelling. */
class ContentNegotiationTest {

    private static final List<MediaType> OFFERED =
            List.of(MediaType.APPLICATION_JSON_TYPE, ContentNegotiation.NDJSON, ContentNegotiation.CSV);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-ndjson                                  | application/x-ndjson",
                "APPLICATION/X-NDJSON                                  | application/x-ndjson",
                "application/x-ndjson;q=1                              | application/x-ndjson",
                "application/x-ndjson ; q=0.5                          | application/x-ndjson",
                "application/x-ndjson;profile=\"a,b\"                  | application/x-ndjson",
                "text/html, application/x-ndjson;q=0.9                 | application/x-ndjson",
                "application/json;q=0.1, Text/CSV                      | text/csv",
                "text/*                                                | text/csv",
                "text/*, application/json                              | application/json",
                "application/json, text/csv                            | application/json",
                "text/csv, application/json                            | text/csv",
                "*/*                                                   | application/json",
                "*/*;q=0.8, text/csv                                   | text/csv",
                "*/*, application/json;q=0                             | application/x-ndjson",
                "not a type, text/csv                                  | text/csv",
                ",Text/CSV                                             | text/csv",
                ", ,text/csv;Q=1.000 ,                                 | text/csv",
                "TEXT/*;q=0.5, image/png                               | text/csv",
                "text/html, image/gif, *; q=.2, */*; q=.2              | application/json",
                "text/csv ; q=0.5 , */* ; q=0                          | text/csv",
                "text/html, application/xhtml+xml, */*;q=0.8           | application/json"
            })
    void theTypeThatIsPreferredIsChosen(String accept, String expected) {
        assertEquals(
                expected,
                Objects.requireNonNull(ContentNegotiation.preferred(accept, OFFERED))
                        .toString());
    }

    @Test
    void withoutAPreferenceTheDefaultIsChosen() {
        assertEquals(MediaType.APPLICATION_JSON_TYPE, ContentNegotiation.preferred(null, OFFERED));
        assertEquals(MediaType.APPLICATION_JSON_TYPE, ContentNegotiation.preferred(" ", OFFERED));
        assertEquals(MediaType.APPLICATION_JSON_TYPE, ContentNegotiation.preferred(" , ,", OFFERED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "text/csv;q=0", "*/*;q=0", "nonsense", "text/csv;q=often"})
    void aClientThatAcceptsNoneGetsNone(String accept) {
        assertNull(ContentNegotiation.preferred(accept, OFFERED));
    }
}
