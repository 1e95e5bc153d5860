package org.mandateatlas.registry.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The component holds the present value; a list of dated items holds the values of earlier periods, each in a component of
 * the same name. The view on a day of such a period shows the value of that period.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface EarlierValues {

    /** Returns the component that holds the list. */
    String value();
}
