package org.mandateatlas.base.deprecation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Deprecates a resource method, a query parameter of it, or a field of a document or response. The rules are in
 * {@code docs/versioning.md}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface DeprecatedSince {

    /** Returns the date of the deprecation, such as {@code 2026-12-01}. */
    String value();

    /** Returns the date on which it ends. */
    String sunset();

    /** Returns the path of the successor of a method, or the name of that of a parameter or field. */
    String successor();
}
