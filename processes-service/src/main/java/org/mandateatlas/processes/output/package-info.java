/** Outputs: results of processes. */
@NullMarked
package org.mandateatlas.processes.output;

import org.jspecify.annotations.NullMarked;
