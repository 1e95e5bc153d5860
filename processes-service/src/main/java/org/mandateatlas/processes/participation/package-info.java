/** Participations: who takes part in a process as what, and when. */
@NullMarked
package org.mandateatlas.processes.participation;

import org.jspecify.annotations.NullMarked;
