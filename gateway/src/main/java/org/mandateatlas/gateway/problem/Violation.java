package org.mandateatlas.gateway.problem;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * One thing that is wrong, and its place.
 *
 * @param kind what the place is
 * @param place a JSON pointer into the body, or the name of the parameter or header
 * @param detail what is wrong there
 */
public record Violation(Kind kind, String place, String detail) {

    static Violation of(org.mandateatlas.base.problem.Violation violation) {
        if (violation.parameter() != null) {
            return new Violation(Kind.PARAMETER, violation.parameter(), violation.detail());
        }
        return violation.header() != null
                ? new Violation(Kind.HEADER, violation.header(), violation.detail())
                : new Violation(Kind.POINTER, Objects.requireNonNullElse(violation.pointer(), ""), violation.detail());
    }

    JsonObject toJson() {
        return new JsonObject().put(kind.field, place).put("detail", detail);
    }

    /** What the place of a violation is. */
    public enum Kind {
        /** A place in the body. */
        POINTER("pointer"),
        /** A query or path parameter. */
        PARAMETER("parameter"),
        /** A header. */
        HEADER("header");

        private final String field;

        Kind(String field) {
            this.field = field;
        }

        /** Returns the name that it has in a problem document. */
        public String field() {
            return field;
        }
    }
}
