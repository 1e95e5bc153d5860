/** Instruments: treaties, constitutions, resolutions and declarations that mandates are based on. */
@NullMarked
package org.mandateatlas.institutions.instrument;

import org.jspecify.annotations.NullMarked;
