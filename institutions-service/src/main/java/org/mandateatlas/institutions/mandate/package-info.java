/** Mandates: what an institution is charged to do, for whom, on what authority and within what limits. */
@NullMarked
package org.mandateatlas.institutions.mandate;

import org.jspecify.annotations.NullMarked;
