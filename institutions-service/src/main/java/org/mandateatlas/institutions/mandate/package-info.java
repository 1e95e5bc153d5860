/** Mandates: tasks that institutions are charged with. */
@NullMarked
package org.mandateatlas.institutions.mandate;

import org.jspecify.annotations.NullMarked;
