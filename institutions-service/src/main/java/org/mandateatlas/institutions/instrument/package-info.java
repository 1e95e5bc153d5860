/** Instruments: the treaties, constitutions, resolutions and declarations that mandates rest on. */
@NullMarked
package org.mandateatlas.institutions.instrument;

import org.jspecify.annotations.NullMarked;
