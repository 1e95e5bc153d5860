/** Processes: forums and undertakings in which states and others deal with migration. */
@NullMarked
package org.mandateatlas.processes.process;

import org.jspecify.annotations.NullMarked;
