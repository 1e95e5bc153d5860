/** Processes: where states and others meet over migration, and what these fora are like. */
@NullMarked
package org.mandateatlas.processes.process;

import org.jspecify.annotations.NullMarked;
