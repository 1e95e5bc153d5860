package org.mandateatlas.base.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An invalid place of a request; exactly one of pointer, parameter and header is set.
 *
 * @param line the line of the body that contains the document; null unless the body has a document per line
 * @param pointer JSON pointer (RFC 6901) into the body; empty for the whole body
 * @param parameter name of the query or path parameter
 * @param header name of the header
 * @param detail what is wrong
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An invalid place of a request: in the body, a parameter or a header.")
public record Violation(
        @Schema(description = "Line of the document in a batch, from 1; absent elsewhere.") @Nullable Integer line,

        @Schema(description = "JSON pointer (RFC 6901) into the body, or into the document of the line.") @Nullable String pointer,

        @Schema(description = "Name of the query or path parameter.") @Nullable String parameter,

        @Schema(description = "Name of the header.") @Nullable String header,

        @Schema(description = "What is wrong.") String detail) {

    /** Returns a violation in the body. */
    public static Violation at(String pointer, String detail) {
        return new Violation(null, pointer, null, null, detail);
    }

    /** Returns a violation of a query or path parameter. */
    public static Violation ofParameter(String parameter, String detail) {
        return new Violation(null, null, parameter, null, detail);
    }

    /** Returns a violation of a header. */
    public static Violation ofHeader(String header, String detail) {
        return new Violation(null, null, null, header, detail);
    }

    /** Returns this violation in the document of a line. */
    public Violation inLine(int number) {
        return new Violation(number, pointer, parameter, header, detail);
    }
}
