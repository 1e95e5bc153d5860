/** The timeline: what happened on the dates inside documents. */
@NullMarked
package org.mandateatlas.registry.timeline;

import org.jspecify.annotations.NullMarked;
