/**
 * The declared structure of document records. Annotations on record components say what a component means; a
 * {@link org.mandateatlas.registry.model.RecordModel}, built once for each record class, finds the annotated values of a
 * document at any depth, with their JSON pointers and the period in which they hold.
 *
 * <p>To declare a new property, add an annotation for record components, and read it with
 * {@link org.mandateatlas.registry.model.RecordModel#values}.
 */
@NullMarked
package org.mandateatlas.registry.model;

import org.jspecify.annotations.NullMarked;
