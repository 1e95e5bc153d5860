package org.mandateatlas.registry.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares timeline entries for a date, or for the beginning and end of a period.
 *
 * <p>The texts have placeholders for the components beside it: {@code {place}}. A placeholder of an id is replaced by the name of that document, {@code {name}} for the name of the document itself unless there is a component of that name, and
 * {@code {qualifier!exact}} for a value other than {@code exact}. A part in square brackets is left out if a value in it is missing.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface TimelineEntry {

    /** Returns the event on the date or at the beginning of the period, such as {@code relation-began}; empty for none. */
    String begin() default "";

    /** Returns the text of the entry for it. */
    String text() default "";

    /** Returns the event at the end of the period; empty for none. */
    String end() default "";

    /** Returns the text of the entry for it. */
    String endText() default "";
}
