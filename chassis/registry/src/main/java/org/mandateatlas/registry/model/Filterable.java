package org.mandateatlas.registry.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents are filtered by the values of the component. Inside a dated item a value counts for the validity of the item,
 * elsewhere for as long as the document is valid.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Filterable {

    /** Returns the name of the facet; by default that of the component. */
    String value() default "";
}
