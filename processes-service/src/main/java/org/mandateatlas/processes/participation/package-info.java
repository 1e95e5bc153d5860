/** Participations: roles of institutions and other actors in processes. */
@NullMarked
package org.mandateatlas.processes.participation;

import org.jspecify.annotations.NullMarked;
