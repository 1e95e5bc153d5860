package org.mandateatlas.base.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The term of a published vocabulary for a record, or for a component; others have a term of the project's own vocabulary. */
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Term {

    /** Returns the compact IRI of the term, such as {@code org:classification}. */
    String value();

    /** Returns the stream of the documents that the component has ids of, where nothing else declares it; empty for none. */
    String stream() default "";
}
