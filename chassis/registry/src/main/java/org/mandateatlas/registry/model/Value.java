package org.mandateatlas.registry.model;

import java.lang.annotation.Annotation;
import org.mandateatlas.base.time.Validity;

/**
 * An annotated value inside a document.
 *
 * @param annotation the annotation of its component
 * @param component its component
 * @param pointer its JSON pointer
 * @param value the value; never null and never a list
 * @param validity the validity of the innermost dated item around it; {@link Validity#ALWAYS} outside of such items
 */
public record Value<A extends Annotation>(
        A annotation, DeclaredComponent component, String pointer, Object value, Validity validity) {}
